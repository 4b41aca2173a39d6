/** What is wrong with the bytes: not a snapshot, made by a newer or an older program, cut short, or altered. */
export type SnapshotFault = 'foreign' | 'newer' | 'older' | 'truncated' | 'damaged' | 'platform'

const SENTENCES: Record<SnapshotFault, string> = {
  foreign: '这不是检索数据',
  newer: '检索数据的版本比程序新，请更新程序',
  older: '检索数据的版本比程序旧，请重新下载',
  truncated: '检索数据不完整，请重新下载',
  damaged: '检索数据已损坏，请重新下载',
  platform: '本机的字节序不支持检索数据',
}

/** Thrown by `openSnapshot` when the bytes cannot be trusted; `message` is a Chinese sentence for people. */
export class SnapshotError extends Error {
  readonly fault: SnapshotFault

  constructor(fault: SnapshotFault) {
    super(SENTENCES[fault])
    this.name = 'SnapshotError'
    this.fault = fault
  }
}
