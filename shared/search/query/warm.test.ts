import { compileSnapshot } from '../compiler/compile'
import { openSnapshot } from '../snapshot/snapshot'
import { search } from './search'
import { rehearsal, warm } from './warm'

const items = ['居民身份证补领', '户口迁移', '房屋产权转移登记', '公积金提取'].map((name, i) => ({ id: String(i), name }))

test('an engine that was made ready gives the answers of one that was not', () => {
  const fresh = () => openSnapshot(compileSnapshot({ items }))
  const ready = fresh()
  warm(ready)
  const steps = rehearsal(ready, 7)
  for (const step of steps) step()
  expect(steps.length).toBeGreaterThan(10)
  for (const question of ['身份证丢了', 'gjj', '户囗', 'fangwu']) expect(search(ready, question)).toEqual(search(fresh(), question))
})
