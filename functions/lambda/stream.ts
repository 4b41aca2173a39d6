import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { streamHandler } from './apps/stream'

/** The Lambda `stream`. */
export const handler = streamHandler(createCore(readConfig(process.env)))
