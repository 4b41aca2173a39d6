import { logCodes, type LogCode } from './log-codes'

/** What may go with a log line: identifiers, codes and counts; never a name, a text, a contact, an openid or a token. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes JSON lines with a stable code. */
export interface Log {
  info(code: LogCode, fields?: LogFields): void
  warn(code: LogCode, fields?: LogFields): void
  error(code: LogCode, fields?: LogFields): void
}

/** A log over a sink of lines; standard output by default, which Lambda sends to CloudWatch. */
export function createLog(write: (line: string) => void = (line) => console.log(line), now: () => number = Date.now): Log {
  const line = (level: string) => (code: LogCode, fields: LogFields = {}) =>
    write(JSON.stringify({ level, at: new Date(now()).toISOString(), code, message: logCodes[code], ...fields }))
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

/** What of an unknown error may be logged: its kind and the place in our code, not its message, which may quote what a citizen wrote. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const place = (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line))?.trim()
  return { error: error.name, ...(place ? { place } : {}) }
}
