import { readFileSync } from 'node:fs'
import { compileSnapshot, openSnapshot, parseLexicon, search } from '@shared/search'
import { readCatalogue, readQuestions } from '../../bench/search/read-trial'
import { oneSureHit } from '../../functions/wechat/certain'

test('where the official account gives the answer itself, it is the right one for 98 of 100 golden questions', () => {
  const lexicon = parseLexicon(readFileSync('data/synonyms.csv', 'utf8')).entries
  const snapshot = openSnapshot(compileSnapshot({ items: readCatalogue('data/catalogue.csv'), lexicon, version: 1 }))
  const questions = readQuestions('data/golden-questions.csv')
  const given = questions.flatMap(({ query, expected }) => {
    const hit = oneSureHit(query, search(snapshot, query, { limit: 5 }))
    return hit ? [{ query, name: hit.name, right: expected.some((name) => hit.name.startsWith(name)) }] : []
  })
  expect(given.length).toBeGreaterThan(questions.length / 4)
  expect(given.filter(({ right }) => right).length).toBeGreaterThanOrEqual(given.length * 0.98)
})
