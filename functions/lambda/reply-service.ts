import type { Core } from '../platform/core'
import { createReplyService, type ReplyService } from '../replies/service'

/** The official account's replies, wired for a process. */
export const createReplies = ({ config, dynamo, now }: Core): ReplyService => createReplyService(dynamo, config.tables.centres, now)
