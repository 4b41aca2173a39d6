import { doubleSurnames, inOrdinaryWord, isSurname } from './surnames'
import type { Finding } from './finding'

/** Titles that stand behind a name. */
const titles =
  /先生|女士|小姐|师傅|班主任|副?(?:主任|书记|科长|股长|处长|院长|校长|所长|站长|组长|区长|市长|县长|镇长|乡长|经理)|[副分]?局长|[大中小副]?队长|村长|老板|医生|大夫|护士|老师|教授|律师(?!事务所)|法官|警官|民警|同志|工程师|大爷|大妈|大姐|大哥|阿姨|同学|班长/g
/** What says that a name follows, with nothing or a colon between. */
const selfNamed = /(?:我叫|本人叫|我的名字(?:是|叫)?|名字(?:叫|是)|名叫|叫做|我是)[：: ]?/g
/** A form's label, after which a name stands. */
const labels =
  /(?:姓名|联系人|投诉人|申请人|反映人|举报人|报修人|当事人|户主|业主|经办人|负责人|法定代表人|法人代表|办事员|工作人员|窗口人员|营业员|值班员|保安|患者|学生|家长|代理人|委托人|被告|原告|署名|落款)(名字|姓名|是|为|叫|名叫)?([：:]?)[ 　]*/g

const isHan = (character: string | undefined) => character !== undefined && character >= '\u4e00' && character <= '\u9fa5'
/** Characters that seldom belong to a given name: whoever reads one after two or three characters has reached the name's end. */
const afterName = '，。、；：！？的是在住说于和与向对把被让给从有今家电身为也就不没要去来到又都已跟等及之并或很态办老男女先因'
/** Characters that no given name holds. */
const neverInName = '的了是在不我你他她它们这那个有没很都也就还又要会能去来到说问把被让给从对向和与或及吗呢吧啊呀哪谁什么怎为被请您'

/** Length of the surname at `at`, in characters; 0 when none stands there, or it belongs to an ordinary word. */
function surnameAt(text: string, at: number): number {
  if (doubleSurnames.includes(text.slice(at, at + 2))) return 2
  return isSurname(text[at]) && !inOrdinaryWord(text, at) ? 1 : 0
}

/** Characters in which places and bodies end, not names. */
const endOfPlace = '镇村组站矿场厂店局科处院校所队部办委室交县市区乡'

const given = (text: string) => text !== '' && [...text].every((it) => isHan(it) && !neverInName.includes(it)) && !endOfPlace.includes(text[text.length - 1] as string)

/** Length of the name that begins at `at`, and whether its end is plain; 0 when no name stands there. */
function nameAt(text: string, at: number): { readonly length: number; readonly plain: boolean } {
  const surname = surnameAt(text, at)
  if (surname === 0) return { length: 0, plain: false }
  const ends = (length: number) => !isHan(text[at + length]) || afterName.includes(text[at + length] as string)
  for (const length of [surname + 2, surname + 1])
    if (given(text.slice(at + surname, at + length)) && ends(length)) return { length, plain: true }
  // A title right behind the surname is found by itself; otherwise the end is a guess.
  return given(text.slice(at + surname, at + surname + 2)) ? { length: surname + 2, plain: false } : { length: 0, plain: false }
}

/** Length of the name that ends before `end`: three characters rather than two, two rather than the surname alone. */
function nameBefore(text: string, end: number): number {
  for (const length of [4, 3, 2, 1]) {
    const at = end - length
    if (at < 0) continue
    const surname = surnameAt(text, at)
    if (surname === 0 || surname > length || length - surname > 2) continue
    const rest = text.slice(at + surname, end)
    // What would be the given name is none when an ordinary word stands there.
    if (rest !== '' && (!given(rest) || inOrdinaryWord(text, at + surname))) continue
    // 向 is a surname, and far more often the word “to”: 向胡书记反映.
    if (text[at] === '向' && (rest === '' || surnameAt(text, at + 1) > 0)) continue
    return length
  }
  return 0
}

function each(text: string, pattern: RegExp, visit: (match: RegExpExecArray) => void): void {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    visit(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
}

/** Names of persons by what stands around them: 我叫X, 姓名：X, X女士, X主任, and a last line that is nothing but a name. A surname with a title alone is doubtful. */
export function findNames(text: string): Finding[] {
  const found: Finding[] = []
  const add = (start: number, length: number, sure: boolean) => {
    found.push({ kind: 'name', words: text.slice(start, start + length), start, end: start + length, sure })
  }
  each(text, selfNamed, ({ 0: before, index }) => {
    const start = index + before.length
    const { length, plain } = nameAt(text, start)
    const isSelf = !before.startsWith('我是')
    if (length > 0 && (plain || isSelf)) add(start, length, plain && isSelf)
  })
  each(text, labels, ({ 0: before, 1: verb, 2: colon, index }) => {
    const start = index + before.length
    const { length, plain } = nameAt(text, start)
    if (length > 0 && plain) add(start, length, Boolean(colon) || verb === '叫' || verb === '名叫')
  })
  each(text, titles, ({ index }) => {
    const length = nameBefore(text, index)
    if (length > 0) add(index - length, length, length > 1)
  })
  const last = /(^|\n)[ 　]*([\u4e00-\u9fa5]{2,4})[ 　]*$/.exec(text)
  if (last?.[2] && last[1] === '\n') {
    const start = text.lastIndexOf(last[2])
    if (nameAt(text, start).length === last[2].length) add(start, last[2].length, false)
  }
  return found
}
