import { isUnstaffed } from './default-office-notice'

const centre = { offices: [{ id: 'approval', name: '审批服务科' }, { id: 'network', name: '网络科' }], defaultOffice: 'network' }

test('the default office is unstaffed when nobody is in it, or only who is switched off', () => {
  expect(isUnstaffed(centre, [])).toBe(true)
  expect(isUnstaffed(centre, [{ office: 'approval', disabled: false }, { disabled: false }])).toBe(true)
  expect(isUnstaffed(centre, [{ office: 'network', disabled: true }])).toBe(true)
  expect(isUnstaffed(centre, [{ office: 'network', disabled: true }, { office: 'network', disabled: false }])).toBe(false)
})

test('where the centre names none, the first office is the default one', () => {
  expect(isUnstaffed({ offices: centre.offices }, [{ office: 'approval', disabled: false }])).toBe(false)
})
