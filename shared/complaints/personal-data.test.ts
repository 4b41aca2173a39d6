import fc from 'fast-check'
import { findPersonalData, mask, maskPersonalData, publicationObstacles, withoutFinding } from './personal-data'
import { isCardNumber, isIdentityNumber } from './personal/numbers'

const kinds = (text: string) => findPersonalData(text).map((it) => [it.kind, it.words, it.sure])

test.each([
  ['我的电话是13800001234，请回电', 'phone', '13800001234'],
  ['打 138 0000 1234 找我', 'phone', '138 0000 1234'],
  ['电话１３８００００１２３４', 'phone', '１３８００００１２３４'],
  ['我的手机一三八零零零零一二三四', 'phone', '一三八零零零零一二三四'],
  ['身份证11010519491231002X丢了', 'identity', '11010519491231002X'],
  ['银行卡4111 1111 1111 1111扣了两次', 'card', '4111 1111 1111 1111'],
  ['卡号6222020000000000001扣了两次', 'document', '6222020000000000001'],
  ['车牌鲁B12345停不进去', 'plate', '鲁B12345'],
  ['新能源车鲁BD12345充不上电', 'plate', '鲁BD12345'],
  ['发到 someone@example.com 即可', 'email', 'someone@example.com'],
  ['微信号:abc_12345', 'account', 'abc_12345'],
  ['加QQ：123456789', 'account', '123456789'],
  ['住在3号楼2单元501室', 'address', '3号楼2单元501室'],
  ['我是某小区12栋1803的业主', 'address', '12栋1803'],
  ['工号：0312的工作人员', 'staff', '0312'],
  ['我的社保卡号是370200123456', 'document', '370200123456'],
  ['我叫王某某，今年七十岁', 'name', '王某某'],
  ['姓名：李某', 'name', '李某'],
  ['窗口的欧阳某某女士态度很好', 'name', '欧阳某某'],
  ['感谢孙某某师傅', 'name', '孙某某'],
])('sure, and must go before anybody reads it: %s', (text, kind, words) => {
  expect(kinds(text)).toEqual([[kind, words, true]])
})

test.each([
  ['身份证号写成了110105194912310021', 'identity', '110105194912310021'],
  ['卡6222020000000000001扣了两次', 'card', '6222020000000000001'],
  ['座机0532-87654321没人接', 'landline', '0532-87654321'],
  ['请拨打电话87654321', 'landline', '87654321'],
  ['在某某路58号门口', 'address', '某某路58号'],
  ['张主任让我等一等', 'name', '张'],
  ['请问李女士在不在', 'name', '李'],
  ['工作人员赵某某说不行', 'name', '赵某某'],
])('doubtful, so a person decides: %s', (text, kind, words) => {
  const found = findPersonalData(text)
  expect(found.map((it) => it.sure)).toEqual([false])
  expect(found[0]?.kind).toBe(kind)
  expect(found[0]?.words.endsWith(words)).toBe(true)
})

test.each([
  '2026年11月23日上午9点取了A012号', '3号窗口，1楼大厅，排了45分钟', '第三十五条，罚款2000元', '事项编码370214010001', '受理编号ZC-20261123-0007',
  '高速路口和王府井，白天很堵', '对于主任科员的安排', '高中班主任要求补课', '公安局长期没有回复', '平安保险，安全第一', '任何人都可以办', '一张表填三遍',
  '我叫了一辆车', '我是来办社保的', '关于房屋登记', '保安师傅很热心', '周一到周五都开', '师傅，请问在哪里', '工作人员态度很好', '热线12345和400-000-0000',
  '3栋105平方米的房子', '车次G1234晚点', '统一社会信用代码91370214MA00000000', '联系人：无', '各位先生女士', '前方施工请绕行',
])('ordinary words and numbers are left alone: %s', (text) => {
  expect(findPersonalData(text)).toEqual([])
  expect(maskPersonalData(text, {}, 'all')).toBe(text)
})

test('what the citizen gave as name or contact is found wherever it stands', () => {
  expect(maskPersonalData('某某甲等了两小时，某某甲很着急', { citizen: ['某某甲', undefined, ''] })).toBe(`${mask}等了两小时，${mask}很着急`)
})

test('the centre\'s own telephones may be published, however they are written', () => {
  const open = ['0532-00001002', '0532-87654321']
  expect(findPersonalData('请拨打 0532-87654321 或 053287654321', { open })).toEqual([])
  expect(findPersonalData('请拨打 0532-87654322', { open })).toHaveLength(1)
})

test('only what is sure is masked unasked; a person can take out the rest one by one', () => {
  const text = '张主任的电话是13800001234'
  const masked = maskPersonalData(text)
  expect(masked).toBe(`张主任的电话是${mask}`)
  expect(withoutFinding(masked, findPersonalData(masked)[0]!)).toBe(`${mask}主任的电话是${mask}`)
})

test('a text may be published when nothing sure is left and each doubtful place was confirmed', () => {
  expect(publicationObstacles('张主任说可以', {}, []).map((it) => it.words)).toEqual(['张'])
  expect(publicationObstacles('张主任说可以', {}, ['张'])).toEqual([])
  expect(publicationObstacles('电话13800001234', {}, ['13800001234'])).toHaveLength(1)
  expect(publicationObstacles('张主任和李主任', {}, ['张']).map((it) => it.words)).toEqual(['李'])
})

test('check digits are those of the standards', () => {
  expect(isIdentityNumber('11010519491231002X')).toBe(true)
  expect(isIdentityNumber('110105194912310021')).toBe(false)
  expect(isCardNumber('4111111111111111')).toBe(true)
  expect(isCardNumber('4111111111111112')).toBe(false)
})

const piece = fc.constantFrom(
  '13912345678', '11010519491231002X', '，', '等', 'a@b.cn', '0532-87654321', '1', ' ', '我叫', '王', '某某', '主任', '姓名：', '3栋', '2单元', '501', '鲁B', '12345', mask, '〔已', '隐去〕', '\n', '路58号', '微信',
)
const texts = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''))

test('masking twice is masking once, and nothing of its kind is found in what is masked', () => {
  for (const which of ['sure', 'all'] as const) {
    fc.assert(fc.property(texts, fc.array(fc.constantFrom('某某', '等', '已隐', '王某'), { maxLength: 2 }), (text, citizen) => {
      const once = maskPersonalData(text, { citizen }, which)
      expect(maskPersonalData(once, { citizen }, which)).toBe(once)
      expect(findPersonalData(once, { citizen }).filter((it) => it.sure || which === 'all')).toEqual([])
    }), { numRuns: 300 })
  }
})

test('findings stand in order, side by side, and say what stands there, whatever the text', () => {
  fc.assert(fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
    let at = 0
    for (const it of findPersonalData(text)) {
      expect(it.start).toBeGreaterThanOrEqual(at)
      expect(text.slice(it.start, it.end)).toBe(it.words)
      at = it.end
    }
  }))
})
