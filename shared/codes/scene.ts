import { stableHash } from '../items/item-id'

/** What a printed code can stand for: an item (事项), a window (窗口), an area (办理区), a published answer (公开答复). */
export const codeKinds = { item: 'i', window: 'w', area: 'a', answer: 'p' } as const
/** What a printed code can stand for. */
export type CodeKind = keyof typeof codeKinds

/** What a code stands for; `hash` in place of an id that is too long for a code: `sceneHash(id)`. */
export type CodeTarget = { readonly kind: CodeKind; readonly id: string } | { readonly kind: CodeKind; readonly hash: string }

/** The page that every code opens; WeChat wants one without query (docs/wechat.md). */
export const codePage = 'pages/open/index'

/** WeChat's limit for the scene of a code. */
const maxScene = 32

const kinds = Object.keys(codeKinds) as CodeKind[]
const safeId = /^[0-9A-Za-z._-]+$/

/** Stands for an id in a code when the id is too long for one. */
export const sceneHash = (id: string): string => stableHash(id)

/**
 * The scene of a mini-program code: a letter for the kind and the id, `i370214010001`; a capital letter and the id's hash
 * when that is longer than WeChat takes. Printed codes hang for years: what a scene means must never change.
 * @throws RangeError for an id with other characters than ids have
 */
export function sceneOf(kind: CodeKind, id: string): string {
  if (!safeId.test(id)) throw new RangeError(`no id of ours: ${id}`)
  const scene = codeKinds[kind] + id
  return scene.length <= maxScene ? scene : codeKinds[kind].toUpperCase() + sceneHash(id)
}

/** What a scene stands for; nothing for one that is not ours. */
export function targetOf(scene: string): CodeTarget | undefined {
  const rest = scene.slice(1)
  const kind = kinds.find((it) => codeKinds[it] === scene.charAt(0).toLowerCase())
  if (!kind || scene.length > maxScene || !safeId.test(rest)) return undefined
  return scene.charAt(0) === codeKinds[kind] ? { kind, id: rest } : { kind, hash: rest }
}
