import { useState } from 'react'
import { routes } from '@shared/api/routes'
import type { ImportPreview, ImportResult, ImportSource } from '@shared/items/import'
import { chooseFile } from '../../platform/file'
import { call } from '../../platform/request'
import { sentenceOf } from '../../state/problem'
import { importing as words } from '../../texts/staff/items'
import { useSending } from '../frame/use-sending'
import { fileEndings, formatOf, refusal } from './import-file'

type Chosen = Pick<ImportSource, 'format' | 'content'> & { readonly name: string }

/** An import from choosing the file to its result. */
export interface Import {
  readonly step: 'choosing' | 'reading' | 'checking' | 'checked' | 'importing' | 'done'
  readonly file: string | undefined
  readonly withdrawMissing: boolean
  readonly preview: ImportPreview | undefined
  readonly result: ImportResult | undefined
  /** What went wrong, in a sentence. */
  readonly problem: string | undefined
  readonly choose: () => Promise<void>
  readonly setWithdrawMissing: (on: boolean) => void
  readonly commit: () => Promise<void>
}

/** Reads the file, has it checked, and imports exactly what was checked (by its digest). */
export function useImport(): Import {
  const [step, setStep] = useState<Import['step']>('choosing')
  const [chosen, setChosen] = useState<Chosen>()
  const [withdrawMissing, setWithdraw] = useState(false)
  const [preview, setPreview] = useState<ImportPreview>()
  const [result, setResult] = useState<ImportResult>()
  const [refused, setRefused] = useState<string>()
  const { problem, send, clear } = useSending()
  const check = async (file: Chosen, withdraw: boolean) => {
    setStep('checking')
    setPreview(undefined)
    const { format, content } = file
    const went = await send(async () => setPreview(await call(routes.items.importPreview, { body: { format, content, withdrawMissing: withdraw } })))
    setStep(went ? 'checked' : 'choosing')
  }
  const choose = async () => {
    setRefused(undefined)
    clear()
    try {
      const file = await chooseFile(fileEndings)
      if (!file) return
      setStep('reading')
      setResult(undefined)
      setPreview(undefined)
      const reason = refusal(file)
      const format = formatOf(file.name)
      if (reason || !format) {
        setStep('choosing')
        return setRefused(reason)
      }
      const next = { name: file.name, format, content: file.content }
      setChosen(next)
      await check(next, withdrawMissing)
    } catch {
      setStep('choosing')
      setRefused(words.unreadable)
    }
  }
  const setWithdrawMissing = (on: boolean) => {
    setWithdraw(on)
    if (chosen && step === 'checked') void check(chosen, on)
  }
  const commit = async () => {
    if (!chosen || !preview) return
    setStep('importing')
    const { format, content } = chosen
    const went = await send(async () => setResult(await call(routes.items.importCommit, { body: { format, content, withdrawMissing, digest: preview.digest } })))
    setStep(went ? 'done' : 'checked')
  }
  return { step, file: chosen?.name, withdrawMissing, preview, result, problem: refused ?? (problem && sentenceOf(problem)), choose, setWithdrawMissing, commit }
}
