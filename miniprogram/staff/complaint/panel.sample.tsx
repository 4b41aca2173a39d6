import { act, configure, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { keepStaffSession } from '../../platform/staff-session'
import { staffDrafts } from '../drafts/drafts'
import { ComplaintPanel } from './complaint-panel'
import { account, complaint, windowOf } from './complaint.sample'

/** Before and after each test of a file about a case's page: a wide window, nothing kept, a clerk signed in. */
export function eachOnAFreshDesk(): void {
  // A page with everything in it takes its time on a busy machine.
  jest.setTimeout(20_000)
  configure({ asyncUtilTimeout: 5000 })
  // jsdom lays nothing out, so there is nowhere to scroll to.
  beforeAll(() => { Element.prototype.scrollIntoView = () => undefined })
  // A focus that a test asked for last comes a moment later, and not into the next test's page.
  afterEach(() => new Promise((done) => { setTimeout(done, 100) }))
  beforeEach(() => {
    windowOf(1280)
    Taro.clearStorageSync()
    staffDrafts.change(() => ({}))
    keepStaffSession({ token: 't', expiresAt: '2999-01-01T00:00:00.000Z', account })
  })
}

/** The page of the sample case, once it stands there. */
export async function openPanel() {
  const view = render(<ComplaintPanel id={complaint('accepted', 1).id} account={account} onSeen={() => undefined} />)
  await screen.findByText('ZC-20261123-0007')
  return view
}

/** Presses a key where the focus is. */
export const press = (key: string, more: object = {}) => act(async () => { fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }) })
