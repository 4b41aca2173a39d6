import { stripPlaces } from './places'

/**
 * Noise (套话): what people say around the thing they ask for, and where they are. It is taken out of questions, never out of names.
 * Longer phrases stand before the shorter ones that they contain.
 */
const PHRASES =
  '请问一下|请问|我?想问一下|我?想问|问一下|询问一?下?|我?想咨询一?下?|咨询一下|咨询关于|求助|咨询(?!服务|预约)|关于|对于|有关|的?相关的?问题|的?相关咨询|的?相关政策|相关|的?有关问题|' +
  '问题|的?疑问|的?困惑|的?事情|的?事宜|事项|怎么办理|如何办理|怎样办理|咋办理|怎么办|如何办|怎样办|咋办|咋弄|怎么弄|该怎么|该如何|怎么|如何|怎样|咋样|咋|' +
  '什么时候|什么地方|什么条件|什么材料|什么手续|什么证件|什么要求|什么流程|什么样的?|什么|为何|为什么|哪些|哪里|哪个部门|哪个|哪儿|多久|多少钱|多长时间|要多少|多少|几天|' +
  '在网上|网上|线上|是否可以|是不是|是否|能不能|可不可以|可以吗|可以|能否|需不需要|需要|须要|办理流程|办理地点|办理条件|办理时间|流程及时间|流程|程序|手续费|手续|' +
  '证件材料|材料|资料|地点|条件及标准|条件|标准|及时间|要求|规定|政策|办理|办下|办一下|想办|我想要?|我要|我们?|本人|你好|您好|谢谢|麻烦|一下|想要|应该|哪|呢|吗|吧|啊|呀|' +
  '请求|希望|真心|反映|强烈|尽快|落实|解决|情况|一事|建议(?!书)|领导|恳请|恳求|的话|嗯|呃|哎|喂(?!养)|唉|哦|那个|就是说|是这样的?|同志|帮我|替我|帮忙|看一下|申请办理|去办|2\\d{3}年?|的|了(?!解)'

const NOISE = new RegExp(PHRASES, 'g')

/** Anonymised places of public message boards, such as A市 or A7县. */
const LETTERED_PLACE = /[a-z]\d*(?:市|县县|县|区|州|省)/g

const blank = (phrase: string): string => ' '.repeat(phrase.length)

/** The folded text with such places blanked, every position kept: their letters are no pinyin. */
export const withoutLetteredPlaces = (folded: string): string => folded.replace(LETTERED_PLACE, blank)

/** The folded question with noise blanked, every position kept; the question itself when nothing else was said. */
export function stripNoise(folded: string): string {
  const stripped = stripPlaces(withoutLetteredPlaces(folded).replace(NOISE, blank))
  return stripped.trim() ? stripped : folded
}
