import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from 'node-sqlite3-wasm'
import type { OpenPeer, Peer } from './peer'
import { bigrams } from './tokens'

interface OpenSqlite extends OpenPeer {
  readonly file: string
}

const temporaryFile = (): string => join(mkdtempSync(join(tmpdir(), 'bench-sqlite-')), 'items.db')

/** FTS5's query language: quoted terms, any of them. */
const anyOf = (tokens: readonly string[]): string => [...new Set(tokens)].map((token) => `"${token}"`).join(' OR ')

function open(file: string): OpenSqlite {
  const database = new Database(file, { readOnly: true })
  const best = database.prepare('SELECT rowid FROM item WHERE item MATCH ? ORDER BY rank LIMIT ?')
  return {
    file,
    search(question, limit) {
      const tokens = bigrams(question)
      return tokens.length === 0 ? [] : best.all([anyOf(tokens), limit]).map((row) => Number((row as { rowid: number }).rowid) - 1)
    },
    close() {
      best.finalize()
      database.close()
      rmSync(file.replace(/items\.db$/, ''), { recursive: true, force: true })
    },
  }
}

/** SQLite's full-text index in WebAssembly, fed with pairs of characters because its own tokenizers do not cut Chinese. */
export const sqlite: Peer = {
  name: 'SQLite FTS5, bigrams',
  setting: 'overlapping pairs of characters, any of them (OR), bm25, node-sqlite3-wasm',
  async build(names) {
    const file = temporaryFile()
    const database = new Database(file)
    database.exec("CREATE VIRTUAL TABLE item USING fts5(tokens, tokenize = 'unicode61')")
    database.exec('BEGIN')
    const insert = database.prepare('INSERT INTO item (rowid, tokens) VALUES (?, ?)')
    names.forEach((name, i) => insert.run([i + 1, bigrams(name).join(' ')]))
    insert.finalize()
    database.exec('COMMIT')
    database.close()
    return open(file)
  },
  save: async (built) => readFileSync((built as OpenSqlite).file),
  async load(bytes) {
    const file = temporaryFile()
    writeFileSync(file, bytes)
    return open(file)
  },
}
