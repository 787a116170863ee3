import type { FieldChange } from '../../knowledge/compare-topic-forms'
import type { TopicForm } from '../../knowledge/topic-form'
import type { EntryDraft } from '../../storage/draft-table'
import { hashText } from '../../storage/revision-table'
import type { AnswersOptions } from './answers-options'
import type { EditedKind } from './edited-kind'
import type { EntryReader } from './read-entry'

/** As far back as the state is looked for that a draft was begun from. */
const STATES = 50

/** A draft as the form shows it. */
export type DraftView<Form = TopicForm> = Omit<EntryDraft, 'text' | 'path' | 'entry'> & {
  form: Form
  /** What it changes of what is published. */
  changes: FieldChange[]
  /** What others published since it was begun; null where nothing was. */
  overtakenBy: FieldChange[] | null
}

/** An entry as the form shows it. */
export type EntryView<Form = TopicForm> = {
  id: string
  published: { hash: string; form: Form } | null
  draft: DraftView<Form> | null
}

/** Shows drafts of a kind beside what is published. */
export function createDraftViews<Form>(
  { drafts, readHistory }: Pick<AnswersOptions, 'drafts' | 'readHistory'>,
  reader: EntryReader<Form>,
  kind: EditedKind<Form>,
) {
  const toId = ({ entry }: EntryDraft) => entry.slice(kind.prefix.length)

  async function view(draft: EntryDraft): Promise<DraftView<Form>> {
    const { text, path, entry: _entry, ...rest } = draft
    const published = await reader.readPublished(toId(draft))
    const form = kind.readForm(text)
    const changes = published ? kind.compare(published.form, form) : []
    if ((published?.hash ?? null) === draft.basedOn) {
      return { ...rest, form, changes, overtakenBy: null }
    }
    const states = await readHistory(path, STATES)
    const begun = states.find((state) => state.text && hashText(state.text) === draft.basedOn)?.text
    const overtakenBy =
      begun && published ? kind.compare(kind.readForm(begun), published.form) : changes
    return { ...rest, form, changes, overtakenBy }
  }

  /** Drafts of this kind, the latest first. */
  async function list(): Promise<(EntryDraft & { id: string })[]> {
    const own = (await drafts.list()).filter(({ path }) => kind.owns(path))
    return own.map((draft) => ({ ...draft, id: toId(draft) }))
  }

  return {
    list,

    /** @throws {AnswerError} `gone` */
    async read(id: string): Promise<EntryView<Form>> {
      const { published, draft } = await reader.read(id)
      return {
        id,
        published: published && { hash: published.hash, form: published.form },
        draft: draft && (await view(draft)),
      }
    },

    /** Drafts that wait for a second person or for their time. */
    async waiting(): Promise<(DraftView<Form> & { id: string })[]> {
      const open = (await list()).filter(({ state }) => state !== 'draft')
      return Promise.all(open.map(async ({ id, ...draft }) => ({ id, ...(await view(draft)) })))
    },
  }
}

/** See {@link createDraftViews}. */
export type DraftViews<Form = TopicForm> = ReturnType<typeof createDraftViews<Form>>
