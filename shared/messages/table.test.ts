import { complaintActionList, complaintStateList, transitions } from '../complaints/states'
import { ratingList } from '../complaints/codes'
import { audiences, caseEventList, channels, messageTable, whyNobody, type Audience, type CaseFacts } from './table'

const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({ event: 'answer', by: 'centre', state: 'answered', led: true, receipt: 'ZC-20261123-0007', kindName: '痛点', ...more })
const rowsOf = (event: string) => messageTable.filter((row) => row.event === event)

test('every event of a complaint has its rows, or it is stated why nobody is told, and never both', () => {
  expect([...caseEventList].sort()).toEqual(['submit', ...complaintActionList].sort())
  for (const event of caseEventList) expect({ event, told: rowsOf(event).length > 0 || Boolean(whyNobody(event)) }).toEqual({ event, told: true })
  for (const event of caseEventList) if (whyNobody(event)) expect(rowsOf(event)).toEqual([])
  expect(caseEventList.filter((event) => whyNobody(event))).toEqual(['follow', 'unfollow'])
})

test('an audience has at most one row for an event and a channel, of names that are in use', () => {
  for (const event of caseEventList) {
    const keys = rowsOf(event).map(({ audience, channel }) => `${audience} ${channel}`)
    expect(new Set(keys).size).toBe(keys.length)
  }
  const used = <K extends 'audience' | 'channel'>(key: K) => [...new Set(messageTable.map((row) => row[key]))].sort()
  expect(used('audience')).toEqual(Object.keys(audiences).sort())
  expect(used('channel')).toEqual(Object.keys(channels).sort())
})

test('the inbox is the truth: whoever is told by WeChat is told the same in the inbox, and only citizens are told by WeChat', () => {
  for (const row of messageTable.filter(({ channel }) => channel === 'wechat')) {
    const inbox = rowsOf(row.event).find(({ audience, channel }) => audience === row.audience && channel === 'inbox')!
    expect([inbox.title(facts()), inbox.text(facts())]).toEqual([row.title(facts()), row.text(facts())])
    expect(['citizen', 'followers']).toContain(row.audience)
  }
})

test('the citizen is told of everything that the state table lets them see and the centre does', () => {
  const seen = new Set(transitions.filter(({ citizenSees, by }) => citizenSees !== undefined && by.some((role) => role !== 'citizen')).map(({ action }) => action))
  const told = (audience: Audience) => new Set(messageTable.filter((row) => row.audience === audience && row.channel === 'inbox').map(({ event }) => event))
  expect([...told('citizen')].sort()).toEqual([...seen].sort())
  // What is between the centre and the one who raised it.
  expect([...told('citizen')].filter((event) => !told('followers').has(event)).sort()).toEqual(['ask', 'callBack', 'merge', 'resume'])
})

test('one leave is one WeChat message: it is kept for what the citizen waits for or has to answer', () => {
  const byWechat = (audience: Audience) => messageTable.filter((row) => row.channel === 'wechat' && row.audience === audience).map(({ event }) => event).sort()
  expect(byWechat('citizen')).toEqual(['answer', 'ask', 'callBack', 'decline'])
  expect(byWechat('followers')).toEqual(['answer', 'decline'])
})

test('every message has words, whatever the state, the rating and the remark; none shows a name of the program', () => {
  for (const row of messageTable)
    for (const state of complaintStateList)
      for (const rating of [undefined, ...ratingList])
        for (const note of [undefined, '请看现场', '长'.repeat(2000)]) {
          const it = facts({ event: row.event, state, rating, note })
          expect(row.title(it)).toMatch(/[\u4e00-\u9fff]/)
          expect(row.text(it)).toMatch(/[\u4e00-\u9fff]/)
          expect(`${row.title(it)}${row.text(it)}`).not.toMatch(/undefined|[a-z]{3}/)
          expect(row.text(it).length).toBeLessThan(400)
        }
})

test('citizens read no internal remark, and staff messages hold nothing that was written for or by the citizen', () => {
  const it = { note: '内部的话', text: '外面的话' }
  for (const row of messageTable) {
    const words = `${row.title(facts({ event: row.event, ...it }))}${row.text(facts({ event: row.event, ...it }))}`
    const forCitizens = row.audience === 'citizen' || row.audience === 'followers'
    expect({ row: row.event, has: words.includes(forCitizens ? it.note : it.text) }).toEqual({ row: row.event, has: false })
  }
})

test('a bad rating calls the front desk and the chief; a good one only tells the office', () => {
  const told = (rating: CaseFacts['rating']) => rowsOf('rate').filter(({ when }) => !when || when(facts({ rating }))).map(({ audience }) => audience)
  for (const rating of ratingList) expect(told(rating)).toEqual(['dissatisfied', 'veryDissatisfied'].includes(rating) ? ['front', 'chief', 'lead'] : ['lead'])
})
