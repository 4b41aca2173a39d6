import type { Core } from '../platform/core'
import { createReplyService, type ReplyService } from '../replies/service'
import { createReplyStore } from '../replies/store'

/** The official account's replies, wired for a process. */
export const createReplies = ({ config, dynamo, now }: Core): ReplyService => createReplyService(createReplyStore(dynamo, config.tables.centres), now)
