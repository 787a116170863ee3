import type { Content } from '../../bot/content'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import { fold } from '../../text/fold'
import { AnswerError } from './answer-error'
import type { AnswersOptions } from './answers-options'
import type { DraftViews } from './create-draft-views'
import { type FoldedTexts, type SearchableRow, toRows } from './entry-row'
import { type EntryList, type EntryQuery, listEntries } from './list-entries'

/** Folded texts of entries that changed since, kept at least. */
const KEPT = 1_000

/** Reads entries for the screens. */
export function createEntries({ served, now }: AnswersOptions, views: DraftViews) {
  let folded: FoldedTexts = new Map()
  let known: { content: Content; today: string; rows: readonly SearchableRow[] } | null = null

  function readRows(): readonly SearchableRow[] {
    const { content } = served()
    const today = toHanoiDay(now())
    if (known?.content !== content || known.today !== today) {
      // What is no longer searched goes, with all the rest, when it is much.
      if (folded.size > 2 * content.knowledge.topics.size + KEPT) folded = new Map()
      known = { content, today, rows: toRows(content.knowledge, { today, folded }) }
    }
    return known.rows
  }

  return {
    async list(query: EntryQuery): Promise<EntryList> {
      return listEntries(readRows(), await views.list(), query, toHanoiDay(now()))
    },

    read: views.read,
    waiting: views.waiting,

    /**
     * An id for a new entry, from its question: `Thẻ bị mất?` is `the-bi-mat`, or `the-bi-mat-2`.
     * @throws {AnswerError} where the question has no letter
     */
    async nameNew(question: string): Promise<string> {
      const base = fold(question)
        .match(/[a-z0-9]+/g)
        ?.slice(0, 8)
        .join('-')
      if (!base) throw new AnswerError('broken', 'Hãy gõ câu hỏi trước.')
      const taken = new Set((await views.list()).map(({ id }) => id))
      const { knowledge } = served().content
      const isTaken = (id: string) =>
        taken.has(id) ||
        knowledge.topics.has(id) ||
        knowledge.offTopics.has(id) ||
        knowledge.outside.some((one) => one.id === id)
      if (!isTaken(base)) return base
      for (let number = 2; ; number++) {
        if (!isTaken(`${base}-${number}`)) return `${base}-${number}`
      }
    },
  }
}

/** See {@link createEntries}. */
export type Entries = ReturnType<typeof createEntries>
