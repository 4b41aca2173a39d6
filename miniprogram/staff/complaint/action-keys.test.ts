import { anyStaff } from '@shared/accounts/roles'
import { allowedActions, complaintStateList } from '@shared/complaints/states'
import { actionForms, type StaffAction } from './action-form'
import { keysOf, shownKey } from './action-keys'

test('accept, pass on, answer and note have the first letter of what they are called, whatever their place', () => {
  expect(keysOf(['pass', 'answer', 'note']).map(({ key, action }) => `${key} ${action}`)).toEqual(['1 pass', '2 answer', '3 note', 'z pass', 'd answer', 'b note'])
  expect(keysOf(['accept'])).toContainEqual({ key: 's', action: 'accept' })
})

test('in no state and for no role does a key stand for two buttons, and every shown key works', () => {
  for (const state of complaintStateList) {
    for (const role of anyStaff) {
      const buttons = allowedActions(state, role).filter((action): action is StaffAction => action in actionForms)
      const keys = keysOf(buttons)
      expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length)
      buttons.forEach((action, index) => {
        const shown = shownKey(action, index).toLowerCase()
        if (shown) expect(keys).toContainEqual({ key: shown, action })
      })
    }
  }
})
