import { stripNoise } from './noise'
import { stripPlaces } from './places'

const without = (question: string): string => stripPlaces(question).replace(/ /g, '')

test.each([
  ['青岛市城阳区流亭街道养老补贴', '养老补贴'],
  ['山东省青岛市户口迁移', '户口迁移'],
  ['上海户口迁移', '户口迁移'],
  ['湖南省长沙市岳麓区低保', '低保'],
])('where somebody lives is no part of the matter: %s', (question, matter) => {
  expect(without(question)).toBe(matter)
  expect(stripPlaces(question)).toHaveLength(question.length)
})

test('places after polite words go too', () => {
  expect(stripNoise('关于青岛市城阳区生育津贴的咨询').trim()).toBe('生育津贴')
})

test.each(['社会保障卡', '中小学教师资格', '城市道路占用', '自治区级非物质文化遗产', '参加上海合作组织活动', '开发区企业设立'])('%s stays', (question) => {
  expect(without(question)).toBe(question)
})

test('a kind of area after a city is the matter, not a county', () => {
  expect(without('济南市棚户区改造')).toBe('棚户区改造')
  expect(without('济南市开发区企业设立')).toBe('开发区企业设立')
})
