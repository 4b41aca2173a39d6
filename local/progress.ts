/** Says on the terminal what is under way and how long it took. */
export interface Progress {
  /** Run `work` under a title; the line is finished with the seconds it took, or a cross. */
  step<T>(title: string, work: () => Promise<T>, note?: (result: T) => string): Promise<T>
  say(line: string): void
}

/** Progress for people; on a terminal a running step shows its seconds. */
export function terminalProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  return {
    async step(title, work, note = () => '') {
      const begun = Date.now()
      const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} 秒`
      const live = out.isTTY ? setInterval(() => out.write(`\r  … ${title} ${seconds()}`), 200) : undefined
      if (!out.isTTY) out.write(`  … ${title}\n`)
      const finish = (mark: string, tail: string) => {
        clearInterval(live)
        out.write(`${out.isTTY ? '\r\u001b[K' : ''}  ${mark} ${title}${tail}\n`)
      }
      try {
        const result = await work()
        finish('✓', ` ${[note(result), seconds()].filter(Boolean).join('，')}`)
        return result
      } catch (error) {
        finish('✗', '')
        throw error
      }
    },
    say: (line) => { out.write(`${line}\n`) },
  }
}

/** Progress that says nothing: for tests. */
export const silentProgress: Progress = { step: (_title, work) => work(), say: () => {} }
