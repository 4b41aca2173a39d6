/** Kinds of complaint (找茬). */
export const complaintKinds = {
  pain: '痛点',
  blockage: '堵点',
  difficulty: '难点',
  opinion: '意见',
  suggestion: '建议',
} as const

/** Kind of a complaint. */
export type ComplaintKind = keyof typeof complaintKinds

/** Every kind, in the order in which the page offers them. */
export const complaintKindList = Object.keys(complaintKinds) as ComplaintKind[]
