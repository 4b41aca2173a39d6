/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see speech.weapp.ts */
import { useEffect, useState } from 'react'

/** Something being read aloud. */
export interface Reading {
  readonly pause: () => void
  /** Goes on with the sentence in which it was paused. */
  readonly resume: () => void
  readonly stop: () => void
}

/** What a reading tells of itself. */
export interface ReadingListener {
  readonly onEnd: () => void
  readonly onFail: () => void
}

const synthesis = (): SpeechSynthesis | undefined => (typeof window === 'undefined' ? undefined : window.speechSynthesis)

/** A Chinese voice, one of the mainland before others, one on the device before one of the network. */
function chineseVoice(): SpeechSynthesisVoice | undefined {
  const weight = ({ lang, localService }: SpeechSynthesisVoice) => (/^(?:zh[-_](?:Hans|CN)|cmn)/i.test(lang) ? 2 : 0) + (localService ? 1 : 0)
  const voices = (synthesis()?.getVoices() ?? []).filter(({ lang }) => /^(?:zh|cmn)/i.test(lang))
  return voices.sort((a, b) => weight(b) - weight(a))[0]
}

/** Whether this device can read Chinese aloud; a browser may learn of its voices only after a while. */
export function useVoice(): boolean {
  const [there, setThere] = useState(() => chineseVoice() !== undefined)
  useEffect(() => {
    const speech = synthesis()
    if (!speech) return undefined
    const hear = () => setThere(chineseVoice() !== undefined)
    hear()
    // Old Safari has voices, but tells of no change.
    speech.addEventListener?.('voiceschanged', hear)
    return () => speech.removeEventListener?.('voiceschanged', hear)
  }, [])
  return there
}

/** Reads sentences aloud, one after the other, a little slower than usual. Pausing ends the sentence's sound: browsers on Android know no other pause. */
export function readAloud(sentences: readonly string[], { onEnd, onFail }: ReadingListener): Reading {
  const speech = synthesis()
  const voice = chineseVoice()
  let at = 0
  // Raised by each pause and stop: what an ended sentence tells after that is of no interest.
  let turn = 0
  const say = () => {
    if (!speech || !voice) return onFail()
    const sentence = sentences[at]
    if (sentence === undefined) return onEnd()
    const mine = turn
    const utterance = new SpeechSynthesisUtterance(sentence)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    utterance.onend = () => {
      if (mine !== turn) return
      at += 1
      say()
    }
    utterance.onerror = () => {
      if (mine === turn) onFail()
    }
    speech.speak(utterance)
  }
  const halt = () => {
    turn += 1
    speech?.cancel()
  }
  halt()
  say()
  return { pause: halt, resume: say, stop: halt }
}
