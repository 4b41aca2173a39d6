import type { ComplaintState } from '@shared/complaints/states'
import type { Tone } from '../../ui/badge'

const tones: Readonly<Record<ComplaintState, Tone>> = {
  submitted: 'warn', accepted: 'info', passed: 'info', returned: 'warn', investigating: 'info', asked: 'warn', referred: 'warn', rectifying: 'info', rectified: 'good',
  answered: 'good', reopened: 'warn', closed: 'plain', declined: 'plain',
}

/** Colour of a state's badge; the word says it too. */
export const stateTone = (state: ComplaintState): Tone => tones[state]
