import Taro from '@tarojs/taro'
import { answerTemplate, inWeChat } from './config'

/** Whether an answer can be told through WeChat. */
export const canSubscribe = inWeChat && answerTemplate !== ''

/**
 * Asks for leave to send one WeChat message when the answer is there. WeChat grants it only straight from a tap: call this first in
 * the tap's handler, with no `await` before it. True for a grant; never rejects, for the in-app messages tell it all the same.
 */
export async function askToNotify(): Promise<boolean> {
  if (!canSubscribe) return false
  try {
    const answer: Record<string, unknown> = { ...await Taro.requestSubscribeMessage({ tmplIds: [answerTemplate], entityIds: [] }) }
    return answer[answerTemplate] === 'accept'
  } catch {
    return false
  }
}
