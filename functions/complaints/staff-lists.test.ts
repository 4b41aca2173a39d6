import { hasWords } from './staff-lists'

const it = { receipt: 'ZC-20261123-0007', text: '大厅墙上的二維碼太多，ＡＰＰ 打不开' }

test.each(['二维码', 'app', '大厅 二维码', '0007', 'ZC-20261123-0007', '  打不开 '])('“%s” is found however it is written', (words) => expect(hasWords(it, words)).toBe(true))

test.each(['二维码 停车', '0008', '？？', '　'])('“%s” is not found', (words) => expect(hasWords(it, words)).toBe(false))
