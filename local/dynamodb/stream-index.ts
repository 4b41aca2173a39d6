import { existsSync, statSync } from 'node:fs'
import { Database } from 'node-sqlite3-wasm'

/** By which the embedded engine finds the last number of a table's stream: it looks it up with every record that it writes. */
const INDEX = 'CREATE INDEX IF NOT EXISTS stream_numbers ON _stream_records (table_name, CAST(sequence_number AS INTEGER))'

/**
 * Gives the file of the embedded engine an index over its stream records. It keeps all of them and has none, so that without it every write reads all
 * that were ever written (docs/decisions/the-engines-streams-are-indexed.md). Only while no engine has the file open; one that was not closed in good
 * order is left as it is, for its log is the engine's to take up.
 * @returns whether the file has the index now
 */
export function indexStreams(file: string): boolean {
  const log = `${file}-wal`
  if (!existsSync(file) || (existsSync(log) && statSync(log).size > 0)) return false
  const database = new Database(file)
  try {
    // The engine's log needs memory shared between processes, which this build of SQLite has not; alone it needs none.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    if (database.all('SELECT name FROM sqlite_master WHERE name = ?', ['_stream_records']).length === 0) return false
    database.exec(INDEX)
    return true
  } finally {
    database.close()
  }
}
