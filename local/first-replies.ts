import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { replyList, type Reply } from '@shared/replies/reply'
import { derivedId } from '../functions/platform/ids'

const firstReplies = v.array(v.looseObject({ occasion: v.string(), keywords: v.array(v.string()) }))

/** `data/replies.json`: the official account's first replies. @throws Error naming the place that is wrong */
export function readReplies(root: string): Reply[] {
  const written = v.parse(firstReplies, JSON.parse(readFileSync(join(root, 'data/replies.json'), 'utf8')))
  const parsed = v.safeParse(replyList, written.map((it) => ({ id: derivedId(`reply ${it.keywords[0] ?? it.occasion}`), ...it })))
  if (parsed.success) return parsed.output
  throw new Error(`data/replies.json 有误：${parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}：${issue.message}`).join('；')}`)
}
