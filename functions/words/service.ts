import { ServiceError } from '@shared/errors/service-error'
import { searchEntryOf } from '@shared/items/search-entry'
import type { CompileInput } from '@shared/search'
import type { GoldenQuestion } from '@shared/words/golden'
import type { Word, WordsPreview, WordsPublication } from '@shared/words/word'
import type { QuestionService } from '../items/questions/service'
import type { Editor, ItemService } from '../items/service'
import { isoInstant, type Clock } from '../platform/clock'
import { newId, type Randomness } from '../platform/ids'
import { difference, sameWord } from './difference'
import { engineWords } from './engine-words'
import { previewWords } from './preview'
import { readCounts, type Asked } from './report'
import type { StoredPublication, WordEvent, WordsHead, WordStore } from './store'
import type { ProposedAlias } from '@shared/words/routes'

/** The draft and what is published. */
export interface WordList {
  readonly draftVersion: number
  readonly published?: WordsPublication
  readonly changed: boolean
  readonly words: readonly Word[]
}

/** What staff learn from searches. */
export interface SearchReport {
  readonly since: string
  readonly nothingFound: readonly Asked[]
  readonly neverOpened: readonly Asked[]
  readonly sought: readonly { readonly at: string; readonly question: string; readonly sought: string }[]
  readonly proposed: readonly ProposedAlias[]
}

/** The words of a centre as they are published, with the publication's number. */
export type PublishedWords = Pick<CompileInput, 'lexicon' | 'learned' | 'pins'> & { readonly number: number }

/** Use cases of the centre's search words (词表). */
export interface WordService {
  list(centre: string): Promise<WordList>
  /** @throws ServiceError `version-conflict` */
  put(by: Editor, word: Word, expectedVersion: number): Promise<Word>
  /** @throws ServiceError `not-found`, `version-conflict` */
  remove(by: Editor, id: string, expectedVersion: number): Promise<void>
  preview(centre: string): Promise<WordsPreview>
  /** @throws ServiceError `version-conflict` when the draft is not the one that was previewed */
  publish(by: Editor, draftVersion: number, note?: string): Promise<WordsPublication>
  history(centre: string): Promise<WordsPublication[]>
  /** Publishes the words as they were before publication `number`; words of the draft that staff have not published yet stay. */
  undo(by: Editor, number: number): Promise<WordsPublication>
  report(centre: string): Promise<SearchReport>
  /** Takes a proposed alias into the draft, or remembers that it is not wanted. @throws ServiceError `not-found` */
  decide(by: Editor, id: string, accept: boolean): Promise<void>
  /** Publishes a centre's first words; does nothing when it has any. */
  begin(by: Editor, words: readonly Word[], questions: readonly GoldenQuestion[]): Promise<boolean>
  published(centre: string): Promise<PublishedWords>
  /** Number of the publication in force; 0 for none. */
  publication(centre: string): Promise<number>
}

interface Dependencies {
  readonly store: WordStore
  readonly items: Pick<ItemService, 'catalogue'>
  readonly questions: Pick<QuestionService, 'lately'>
  readonly now: Clock
  readonly random: Randomness
}

const historyLength = 100

/** The words' use cases. */
export function createWordService({ store, items, questions, now, random }: Dependencies): WordService {
  const wordsOf = async (centre: string, number: number): Promise<Word[]> => {
    const publication = number > 0 ? await store.publication(centre, number) : undefined
    return publication ? store.content(centre, publication.content) : []
  }
  const publishWords = async (by: Editor, head: WordsHead, words: readonly Word[], former: readonly Word[], note?: string): Promise<WordsPublication> => {
    const data: WordsPublication = {
      number: head.published + 1, at: isoInstant(now()), byName: by.name, ...(note ? { note } : {}), words: words.length, ...difference(former, words),
    }
    const publication: StoredPublication = { data, content: newId(random) }
    if (!(await store.publish(by.centre, head, publication, words))) throw new ServiceError('version-conflict')
    return data
  }
  const eventOf = (by: Editor, action: WordEvent['action'], word: Word): WordEvent => ({ id: newId(random), at: isoInstant(now()), byName: by.name, action, word })
  const report = async (centre: string): Promise<SearchReport> => {
    const [{ since, counts, sought }, { items: catalogue }, decided] = await Promise.all([questions.lately(centre), items.catalogue(centre), store.decided(centre)])
    const nameOf = new Map(catalogue.filter((item) => item.state === 'published').map((item) => [item.id, item.name]))
    const { proposed, ...found } = readCounts(counts, nameOf)
    return { since, sought, ...found, proposed: proposed.filter(({ id }) => !decided.has(id)) }
  }
  return {
    async list(centre) {
      const [head, words] = await Promise.all([store.head(centre), store.draft(centre)])
      const published = head.published > 0 ? (await store.publication(centre, head.published))?.data : undefined
      return { draftVersion: head.draft, ...(published ? { published } : {}), changed: head.draft !== head.publishedDraft, words }
    },
    async put(by, word, expectedVersion) {
      const next: Word = { ...word, version: expectedVersion + 1 }
      if (!(await store.put(by.centre, next, expectedVersion, eventOf(by, 'put', next)))) {
        throw new ServiceError('version-conflict', { currentVersion: (await store.get(by.centre, word.id))?.version ?? 0 })
      }
      return next
    },
    async remove(by, id, expectedVersion) {
      const word = await store.get(by.centre, id)
      if (!word) throw new ServiceError('not-found')
      if (!(await store.remove(by.centre, expectedVersion, eventOf(by, 'remove', word)))) throw new ServiceError('version-conflict', { currentVersion: word.version })
    },
    async preview(centre) {
      const head = await store.head(centre)
      const [{ items: catalogue }, published, draft, golden] = await Promise.all([
        items.catalogue(centre), wordsOf(centre, head.published), store.draft(centre), store.golden(centre),
      ])
      const entries = catalogue.filter((item) => item.state === 'published').map(searchEntryOf)
      return previewWords({ items: entries, published, draft, questions: golden, draftVersion: head.draft, now: now() })
    },
    async publish(by, draftVersion, note) {
      const head = await store.head(by.centre)
      if (head.draft !== draftVersion) throw new ServiceError('version-conflict', { currentVersion: head.draft })
      const [draft, former] = await Promise.all([store.draft(by.centre), wordsOf(by.centre, head.published)])
      return publishWords(by, head, draft, former, note)
    },
    history: (centre) => store.publications(centre, historyLength),
    async undo(by, number) {
      const head = await store.head(by.centre)
      if (number < 1 || number > head.published) throw new ServiceError('not-found')
      const [target, present, draft] = await Promise.all([wordsOf(by.centre, number - 1), wordsOf(by.centre, head.published), store.draft(by.centre)])
      const presentById = new Map(present.map((word) => [word.id, word]))
      const draftById = new Map(draft.map((word) => [word.id, word]))
      const targetById = new Map(target.map((word) => [word.id, word]))
      const untouched = (id: string) => sameWord(draftById.get(id), presentById.get(id))
      const back = target.filter((word) => untouched(word.id) && !sameWord(word, draftById.get(word.id)))
        .map((word): Word => ({ ...word, version: Math.max(word.version, draftById.get(word.id)?.version ?? 0) + 1 }))
      const gone = draft.filter(({ id }) => untouched(id) && !targetById.has(id)).map(({ id }) => id)
      const unpublished = [...new Set([...draftById.keys(), ...presentById.keys()])].some((id) => !untouched(id))
      const restored = new Map(back.map((word) => [word.id, word]))
      const draftVersion = await store.replace(by.centre, back, gone)
      const words = target.map((word) => restored.get(word.id) ?? word)
      const publication = await publishWords(by, { ...head, draft: draftVersion }, words, present, `撤销第 ${number} 次发布`)
      // Words of the draft that are still to be published: the draft's version must show that it differs.
      if (unpublished) await store.replace(by.centre, [], [])
      return publication
    },
    report,
    async decide(by, id, accept) {
      const proposal = (await report(by.centre)).proposed.find((it) => it.id === id)
      if (!proposal) throw new ServiceError('not-found')
      const at = isoInstant(now())
      if (!accept) return store.decide(by.centre, id, at, by.name)
      const word: Word = { kind: 'alias', id, version: 1, item: proposal.item, text: proposal.text }
      if (!(await store.put(by.centre, word, 0, eventOf(by, 'put', word), [store.decision(by.centre, id, true, at, by.name)]))) throw new ServiceError('action-not-possible')
    },
    async begin(by, words, golden) {
      const head = await store.head(by.centre)
      if (head.published > 0) return false
      await store.putGolden(by.centre, golden)
      const draft = await store.replace(by.centre, words, [])
      await publishWords(by, { ...head, draft }, words, [])
      return true
    },
    async published(centre) {
      const { published } = await store.head(centre)
      return { number: published, ...engineWords(await wordsOf(centre, published)) }
    },
    publication: async (centre) => (await store.head(centre)).published,
  }
}
