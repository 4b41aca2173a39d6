import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { dynamoClient } from './clients'
import { systemClock, type Clock } from './clock'
import type { Config } from './config'
import { systemRandomness, type Randomness } from './ids'
import { createLimit, type Limit } from './limits'
import { createLog, type Log } from './log'
import { createSessions, type Sessions } from './sessions'
import type { Fetch } from './wechat/call'

/** What comes from outside the house; tests choose it. */
export interface System {
  readonly now: Clock
  readonly random: Randomness
  readonly log: Log
  readonly send: Fetch
  /** Cost of a new password's hash, as the exponent of scrypt's N. */
  readonly passwordCost: number
}

/** What every Lambda has: configuration, tables, clock, randomness, log, limits, sessions. */
export interface Core extends System {
  readonly config: Config
  readonly dynamo: DynamoDBDocumentClient
  readonly limit: Limit
  readonly sessions: Sessions
}

/** 2^15 blocks of 8 in 3 lanes: 32 MB and about 0.2 s a password (OWASP Password Storage Cheat Sheet). */
const standardPasswordCost = 15

/** The core of a process. */
export function createCore(config: Config, system: Partial<System> = {}): Core {
  const now = system.now ?? systemClock
  const random = system.random ?? systemRandomness
  const dynamo = dynamoClient(config)
  return {
    config, dynamo, now, random,
    log: system.log ?? createLog(),
    send: system.send ?? fetch,
    passwordCost: system.passwordCost ?? standardPasswordCost,
    limit: createLimit(dynamo, config.tables.caches, now),
    sessions: createSessions(dynamo, config.tables.sessions, now, random),
  }
}
