import type { CaseFacts } from '@shared/messages/table'

/** A citizen who follows a case; with their own complaint when it was merged into it. */
export interface NewsFollower {
  readonly citizen: string
  readonly complaint?: string
  readonly receipt?: string
}

/** An event of a complaint, with whom it may concern as it was when it happened. */
export interface CaseNews {
  readonly centre: string
  readonly complaint: string
  /** Number of the event in the complaint. */
  readonly number: number
  readonly at: string
  /** Staff account that acted; none for a citizen and the clock. */
  readonly byId?: string
  readonly facts: CaseFacts
  /** Who raised it; none when nobody did in the app, or their data was deleted. */
  readonly citizen?: string
  readonly followers: readonly NewsFollower[]
  /** `facts.text` as those who follow may read it. */
  readonly textForOthers?: string
  /** The case has been published, so that who follows it may open what is public of it. */
  readonly public: boolean
  /** Office that leads, offices that help, offices that a note speaks to; ids. */
  readonly lead?: string
  readonly helping: readonly string[]
  readonly mentioned: readonly string[]
}
