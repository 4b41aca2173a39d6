/**
 * Checksum of a snapshot's 32-bit words (FNV-1a over words, with a final mix). Each step is a bijection in the word and in the state,
 * so any change within one word, a flipped bit above all, always changes the sum; wider damage goes unseen once in 2³² cases.
 * @param skip index of the word that holds the sum itself, read as 0
 */
export function checksum(words: Uint32Array, skip: number): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < words.length; i++) {
    sum = Math.imul(sum ^ (i === skip ? 0 : words[i]), 0x01000193)
    sum ^= sum >>> 15
  }
  return sum >>> 0
}
