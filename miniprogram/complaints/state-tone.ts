import type { ComplaintState } from '@shared/complaints/states'
import type { Tone } from '../ui/badge'

const tones: Readonly<Record<ComplaintState, Tone>> = {
  submitted: 'info',
  accepted: 'info',
  passed: 'info',
  returned: 'info',
  investigating: 'info',
  referred: 'info',
  rectifying: 'info',
  reopened: 'info',
  asked: 'warn',
  answered: 'good',
  rectified: 'good',
  closed: 'plain',
  declined: 'bad',
}

/** Colour of a complaint's state: blue while the centre is at it, amber when the citizen is asked, green for an answer. */
export const toneOf = (state: ComplaintState): Tone => tones[state]
