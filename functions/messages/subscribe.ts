import { cut } from '@shared/text/cut'

/** What a progress message is made of; `at` is an instant. */
interface Progress {
  readonly receipt: string
  readonly stateName: string
  readonly text: string
  readonly at: string
}

/** 2026年11月23日 16:05, in China's time. */
function chinaTime(at: string): string {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${local.slice(0, 4)}年${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日 ${local.slice(11, 16)}`
}

/**
 * Values of the progress template: receipt number (character_string1), state (phrase2), what happened (thing3), when (time4).
 * Each is cut to what WeChat allows: longer ones it refuses with 47003.
 * The template that a centre chooses in WeChat's console must have these four keywords: docs/runbook.md.
 */
export function progressData(news: Progress): Record<string, string> {
  return {
    character_string1: cut(news.receipt, 32),
    phrase2: cut(news.stateName, 5),
    thing3: cut(news.text.replace(/\s+/g, ' ').trim() || news.stateName, 20),
    time4: chinaTime(news.at),
  }
}
