/**
 * Office actions (办事动作): what is done to the thing. A question and an item name that agree on the action belong together; a question
 * about 补办 is no match for the 注销 of the same thing. Actions are bits of a mask, so that the compiler can store one word per item.
 */
interface Action {
  /** Chinese name, shown to staff in explanations. */
  readonly name: string
  /** Said outright in a question. */
  readonly asked: RegExp
  /** Only hinted at by one verb; consulted when nothing was said outright. */
  readonly hinted?: RegExp
  /** Carried by an item's official name. */
  readonly named: RegExp
  /** The state the action leaves the thing in: two items of one thing differ by it, so that disagreeing counts against the item. */
  readonly exclusive: boolean
}

const ACTIONS: readonly Action[] = [
  { name: '新办', exclusive: true,
    asked: /新办|申领|开办|设立|成立|首次|第一次|初次|头一?[回次]|首[办个]|申办|新开|新设|新建|办个|想开|开一?家|开个|准入|初始|新[申办增]|创办|筹建|设置|组建|注册(?!资)|资格申报/,
    hinted: /领|开(?!具|票)|办|发放|核发|取得|申请|申报|准入/,
    named: /新办|设立|首次|申办|新申请|核发|成立|初次|新增|开办|配发|初领|筹建|签发|初始|申领/ },
  { name: '延续', exclusive: true, asked: /延续|续期|延期|到期|续办|展期|延长|续证|续签|再注册|过期|期满|续展/, hinted: /续|延/, named: /延续|延期|续期|到期|延长|期满|再注册|有效期/ },
  { name: '补办', exclusive: true,
    asked: /补办|补领|丢|遗失|丢失|补发|补证|挂失|补一|掉了|不见|损坏|重办|重新[办领弄申发]|重做|补打|补换|弄没|被偷|毁|补开/,
    hinted: /补(?![贴助缴交偿])/,
    named: /补办|补领|补发|遗失|丢失|补证|补换|补 换|挂失|换 补|增补发|损毁|重新申领/ },
  { name: '换证', exclusive: true, asked: /换证|换发|换领|换新|补换|更换/, hinted: /换(?![法老地负股])/, named: /换发|换证|换领|补换|补 换|换 |更换/ },
  { name: '变更', exclusive: true,
    asked: /变更|变动|更改|修改|调整|更新|更名|换法人|改动|更正|变化|换老板|换地址|换负责人|换股东|改[名地法]/,
    hinted: /改|调|变|换/, named: /变更|修改|更正|调整|更名|变动/ },
  { name: '注销', exclusive: true,
    asked: /注销|销户|取消|撤销|关闭|停业|歇业|终止|不干|不开了|关门|退出|吊销|作废|停办|解散|清户|注消|废止|停止|放弃|结束|倒闭/,
    hinted: /销(?!售)|撤|废(?![旧弃品水物电铁气料])|停(?!车|留)|关(?![联于系键])/,
    named: /注销|终止|停业|歇业|撤销|缴销|作废|报废|关闭|停用/ },
  { name: '转移', exclusive: false,
    asked: /过户|转让|转移|买卖|转出|转入|迁入|迁出|转籍|转接|迁移|继承|赠与/, hinted: /转|迁/, named: /转移|转让|过户|转入|转出|迁|转籍|转接|续接/ },
  { name: '查询', exclusive: true, asked: /查询|查看|进度|打印|看看|查[一下找自个]/, hinted: /查|看/, named: /查询|打印|查验|查阅/ },
  { name: '备案', exclusive: false, asked: /备案|报备/, named: /备案/ },
  { name: '缴费', exclusive: false, asked: /缴费|缴纳|交费|补缴|补交|交钱|缴存|怎么交/, hinted: /交|缴/, named: /缴纳|缴费|缴存|补缴|收缴/ },
  { name: '报销', exclusive: true, asked: /报销/, named: /报销|费用申报/ },
  { name: '提取', exclusive: true, asked: /提取|取出|取钱|支取|取公积金/, hinted: /取/, named: /提取|支取/ },
  { name: '年检', exclusive: true, asked: /年检|年审|年度检查|校验|年度考核|审验|检验|年报|复审/, named: /年检|年审|年度|校验|审验|检验|复审/ },
  { name: '抵押', exclusive: true, asked: /抵押|封籍|解押/, hinted: /押/, named: /抵押/ },
  { name: '投诉', exclusive: false, asked: /投诉|举报/, named: /投诉|举报/ },
  { name: '咨询', exclusive: false, asked: /政策咨询|业务咨询|电话咨询/, named: /咨询/ },
  { name: '奖励', exclusive: false, asked: /奖励|表彰|嘉奖|表扬/, hinted: /奖/, named: /奖励|表彰/ },
  { name: '解除', exclusive: false, asked: /解除|解封|解冻|解挂|启封|恢复|重启/, hinted: /解|启/, named: /解除|解封|解冻|解挂|启封|恢复/ },
  { name: '封存', exclusive: false, asked: /封存|冻结|查封|停用|报停|暂停|封停|暂封|封冻/, hinted: /封|冻/, named: /封存|冻结|查封|停用|报停|暂停/ },
  { name: '补贴', exclusive: false, asked: /补贴|补助|津贴|补偿/, named: /补贴|补助|津贴|资助/ },
  { name: '认定', exclusive: false, asked: /认定|鉴定|评定/, named: /认定|鉴定|评定/ },
  { name: '开具', exclusive: false, asked: /开具|代开|开票|开证明/, named: /开具|代开|出具/ },
  { name: '验收', exclusive: false, asked: /验收|核验/, named: /验收|核验/ },
]

const NEW = 1
/** 延续 补办 换证 变更 注销 转移: what happens to a thing that exists already. */
const LATER = 0b1111110
/** With one of these an item is about a first time even when its name also speaks of a later action. */
const PLAINLY_NEW = /新办|设立|首次|申办|新申请|成立|初次|新增|开办|初领|筹建|初始|备案发放/

/** How many actions there are; action `i` is bit `i`. */
export const ACTION_COUNT = ACTIONS.length

/** Chinese name of action `i`. */
export const actionName = (i: number): string => ACTIONS[i].name

/** Mask of the exclusive actions. */
export const EXCLUSIVE = ACTIONS.reduce((mask, action, i) => (action.exclusive ? mask | (1 << i) : mask), 0)

/** Mask of the first-time action (新办). */
export const FIRST_TIME = NEW

const detect = (text: string, pattern: (action: Action) => RegExp | undefined): number =>
  ACTIONS.reduce((mask, action, i) => (pattern(action)?.test(text) ? mask | (1 << i) : mask), 0)

/** Actions of an item, from its folded name. */
export function namedActions(name: string): number {
  const mask = detect(name, (action) => action.named)
  if (mask & LATER) return PLAINLY_NEW.test(name) ? mask : mask & ~NEW
  return /申请$/.test(name.trim()) ? mask | NEW : mask
}

/** Actions of a folded question: said outright, and those that a single verb hints at. */
export function askedActions(question: string): { readonly asked: number; readonly hinted: number } {
  return { asked: detect(question, (action) => action.asked), hinted: detect(question, (action) => action.hinted) }
}

/** Verbs of offices: they say what is done, not to what, and weigh a little less than the thing's own words. */
export const ACTION_WORDS: readonly string[] =
  ('新办 申领 开办 设立 成立 首次 初次 申办 核发 发放 签发 延续 延期 续期 到期 延长 期满 换证 换发 换领 补办 补领 补发 补证 补换 遗失 丢失 挂失 损坏 变更 更改 修改 调整 更正 变动 ' +
  '更名 注销 取消 撤销 终止 停业 歇业 转移 转让 过户 查询 备案 认定 申请 登记 审批 许可 办理 核准 审核 申报 领取 年检 年审').split(' ')
