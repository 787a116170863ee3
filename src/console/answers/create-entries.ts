import type { Content } from '../../bot/content'
import { compareTopicForms, type FieldChange } from '../../knowledge/compare-topic-forms'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import { readTopicForm, type TopicForm } from '../../knowledge/topic-form'
import type { EntryDraft } from '../../storage/draft-table'
import { hashText } from '../../storage/revision-table'
import { fold } from '../../text/fold'
import { AnswerError } from './answer-error'
import type { AnswersOptions } from './answers-options'
import { type FoldedTexts, type SearchableRow, toRows } from './entry-row'
import { type EntryList, type EntryQuery, listEntries } from './list-entries'
import type { EntryReader } from './read-entry'

/** As far back as the state is looked for that a draft was begun from. */
const STATES = 50
/** Folded texts of entries that changed since, kept at least. */
const KEPT = 1_000

/** A draft as the form shows it. */
export type DraftView = Omit<EntryDraft, 'text' | 'path' | 'entry'> & {
  form: TopicForm
  /** What it changes of what is published. */
  changes: FieldChange[]
  /** What others published since it was begun; null where nothing was. */
  overtakenBy: FieldChange[] | null
}

/** An entry as the form shows it. */
export type EntryView = {
  id: string
  published: { hash: string; form: TopicForm } | null
  draft: DraftView | null
}

/** Reads entries for the screens. */
export function createEntries(options: AnswersOptions, reader: EntryReader) {
  const { served, drafts, readHistory, now } = options
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

  async function view(draft: EntryDraft): Promise<DraftView> {
    const { text, path, entry, ...rest } = draft
    const published = await reader.readPublished(entry)
    const form = readTopicForm(text)
    const changes = published ? compareTopicForms(published.form, form) : []
    if ((published?.hash ?? null) === draft.basedOn) {
      return { ...rest, form, changes, overtakenBy: null }
    }
    const states = await readHistory(path, STATES)
    const begun = states.find((state) => state.text && hashText(state.text) === draft.basedOn)?.text
    const overtakenBy =
      begun && published ? compareTopicForms(readTopicForm(begun), published.form) : changes
    return { ...rest, form, changes, overtakenBy }
  }

  return {
    async list(query: EntryQuery): Promise<EntryList> {
      return listEntries(readRows(), await drafts.list(), query, toHanoiDay(now()))
    },

    /** @throws {AnswerError} `gone` */
    async read(id: string): Promise<EntryView> {
      const { published, draft } = await reader.read(id)
      return {
        id,
        published: published && { hash: published.hash, form: published.form },
        draft: draft && (await view(draft)),
      }
    },

    /** Drafts that wait for a second person or for their time. */
    async waiting(): Promise<(DraftView & { id: string })[]> {
      const open = (await drafts.list()).filter(({ state }) => state !== 'draft')
      return Promise.all(open.map(async (draft) => ({ id: draft.entry, ...(await view(draft)) })))
    },

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
      const taken = new Set((await drafts.list()).map(({ entry }) => entry))
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
