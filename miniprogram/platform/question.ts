/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see question.weapp.ts */
import Taro from '@tarojs/taro'
import type { Question } from './feedback'

const part = (tag: string, className: string, words: string) => {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = words
  return element
}

/** The page on top, whose theme the question takes on. */
const topPage = () => Array.from(document.querySelectorAll('.screen')).filter((page) => page.getClientRects().length > 0).pop() ?? document.body

/**
 * Asks in a dialog of the browser's own, which keeps the focus, answers to Esc with no, and gives the focus back; true for yes. Taro's
 * takes no keys, is pale and small: it stays for browsers that know no dialogs (Safari before 15.4).
 */
export async function ask({ title, detail, yes, no }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog')
  if (typeof dialog.showModal !== 'function') return (await Taro.showModal({ title, content: detail, confirmText: yes, cancelText: no })).confirm
  dialog.className = 'question'
  dialog.setAttribute('aria-label', title)
  const [refuse, agree] = [part('button', 'button button--plain', no), part('button', 'button button--danger', yes)]
  const buttons = part('div', 'question__buttons', '')
  buttons.append(refuse, agree)
  dialog.append(part('h2', 'question__title', title), part('p', 'question__detail', detail), buttons)
  topPage().append(dialog)
  return new Promise((resolve) => {
    refuse.addEventListener('click', () => dialog.close('no'))
    agree.addEventListener('click', () => dialog.close('yes'))
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    dialog.showModal()
  })
}
