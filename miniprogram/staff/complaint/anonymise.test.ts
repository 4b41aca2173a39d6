import fc from 'fast-check'
import { anonymised, personalData } from './anonymise'

test.each([
  ['我的电话是13800001234，请回电', '我的电话是〔已隐去〕，请回电'],
  ['打 138 0000 1234 找我', '打 〔已隐去〕 找我'],
  ['身份证37021419900101123X丢了', '身份证〔已隐去〕丢了'],
  ['座机0532-87654321没人接', '座机〔已隐去〕没人接'],
  ['发到 someone@example.com 即可', '发到 〔已隐去〕 即可'],
  ['卡号6222 0000 0000 0000 123扣了两次', '卡号〔已隐去〕扣了两次'],
  ['车牌鲁B12345停不进去', '车牌〔已隐去〕停不进去'],
  ['住在3号楼2单元501室', '住在〔已隐去〕'],
  ['微信号:abc_12345', '微信号:〔已隐去〕'],
])('personal data is taken out by its shape: %s', (text, expected) => {
  expect(anonymised(text)).toBe(expected)
})

test('what the citizen gave as name or contact is taken out wherever it stands', () => {
  expect(anonymised('我叫某某甲，某某甲等了两小时', ['某某甲', undefined, ''])).toBe('我叫〔已隐去〕，〔已隐去〕等了两小时')
})

test.each(['2026年11月23日上午9点取了A012号', '3号窗口，1楼大厅，排了45分钟', '第三十五条，罚款2000元', '事项编码370214010001'])('ordinary words and numbers stay: %s', (text) => {
  expect(anonymised(text)).toBe(text)
  expect(personalData(text)).toEqual([])
})

test('what is left is pointed out with its kind', () => {
  expect(personalData('请拨13800001234，找某某甲', ['某某甲'])).toEqual(['手机号 13800001234', '某某甲'])
})

test('nothing that was taken out is found again', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('13912345678', '37021419900101123X', '，', '等', 'a@b.cn', '0532-87654321', '1', ' '), { maxLength: 12 }), (parts) => {
    expect(personalData(anonymised(parts.join('')))).toEqual([])
  }))
})
