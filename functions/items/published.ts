import type { SnapshotBuilder } from './snapshot/build'

/** Heads in the items table whose change means that staff published something. */
const heads = ['catalogue', 'words']

/**
 * Side effect of a change in the items table: when the catalogue or the published words change, the centre's search snapshot is made
 * anew. Rows of an import, history and the snapshots themselves change nothing.
 */
export function snapshotEffect(snapshots: SnapshotBuilder) {
  return async (change: string | undefined, now: Readonly<Record<string, unknown>> | undefined): Promise<void> => {
    if (change === 'REMOVE' || typeof now?.pk !== 'string' || !heads.includes(String(now.sk))) return
    await snapshots.build(now.pk)
  }
}
