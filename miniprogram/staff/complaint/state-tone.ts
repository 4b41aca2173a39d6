import type { ComplaintState } from '@shared/complaints/states'
import type { Tone } from '../../ui/badge'

const tones: Readonly<Record<ComplaintState, Tone>> = {
  submitted: 'warn', accepted: 'info', passed: 'info', asked: 'warn', answered: 'good', rectified: 'good', closed: 'plain', withdrawn: 'plain', declined: 'plain',
}

/** Colour of a state's badge; the word says it too. */
export const stateTone = (state: ComplaintState): Tone => tones[state]
