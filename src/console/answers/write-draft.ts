import { YamlEditError } from '../../knowledge/edit-yaml'
import type { TopicForm } from '../../knowledge/topic-form'
import type { EntryDraft, NewDraft } from '../../storage/draft-table'
import { AnswerError } from './answer-error'
import type { AnswersOptions, Person } from './answers-options'
import type { EditedKind } from './edited-kind'
import type { Entry } from './entry'
import type { EntryReader } from './read-entry'

/** What an editor saves: the form, and what it was begun from. */
export type DraftInput<Form = TopicForm> = {
  form: Form
  /** The draft that the form shows; 0 where there was none. */
  version: number
  /** Hash of the published file that the editor has seen; null for a new entry. */
  basedOn: string | null
  /** Why it is changed. */
  note: string
}

/**
 * The text of an entry's file with a form in it: written into the draft or, without one, into what is published.
 * @throws {AnswerError} `broken` where the file is written in a way that cannot be edited here
 */
export function toEntryText<Form>(kind: EditedKind<Form>, entry: Entry<Form>, form: Form): string {
  try {
    return kind.toText(entry, form)
  } catch (error) {
    if (!(error instanceof YamlEditError)) throw error
    throw new AnswerError(
      'broken',
      `Tệp của mục này viết theo lối không sửa được ở đây; nhờ người phụ trách kỹ thuật sửa trong tệp (${error.message}).`,
    )
  }
}

/** Writes drafts; nothing that someone else wrote meanwhile is ever replaced unseen. */
export function createDraftWriter<Form>(
  { drafts, note, now }: AnswersOptions,
  entries: EntryReader<Form>,
  kind: EditedKind<Form>,
) {
  const toConflict = (other: EntryDraft, mine: Form) => toDraftConflict(kind, other, mine)

  /** @throws {AnswerError} `changed` with what the other wrote */
  async function store(draft: NewDraft, from: number, mine: Form): Promise<EntryDraft> {
    const stored = await drafts.save(draft, from)
    if (stored) return stored
    const other = await drafts.read(draft.entry)
    throw other ? toConflict(other, mine) : toGone()
  }

  return {
    store,

    /** @throws {AnswerError} `changed`, `broken` */
    async save(id: string, input: DraftInput<Form>, person: Person): Promise<EntryDraft> {
      const entry = await entries.read(id).catch((error: unknown) => {
        if (input.basedOn === null && input.version === 0)
          return { id, published: null, draft: null }
        throw error
      })
      const { published, draft } = entry
      if (draft && draft.version !== input.version) throw toConflict(draft, input.form)
      if (!draft && input.version !== 0) throw toGone()
      if ((published?.hash ?? null) !== input.basedOn) throw toFileConflict(kind, entry, input)
      // A draft on top of an older file has the older file's other fields: it is written into the newer.
      const isCurrent = draft?.basedOn === (published?.hash ?? null)
      const text = toEntryText(
        kind,
        isCurrent ? entry : { ...entry, draft: published ? null : draft },
        input.form,
      )
      const saved = await store(
        {
          entry: kind.prefix + id,
          path: published?.path ?? kind.toPath(id),
          text,
          basedOn: published?.hash ?? null,
          state: 'draft',
          publishAt: null,
          authorId: person.id,
          author: person.name,
          approver: null,
          note: input.note,
          problem: null,
          updatedAt: now(),
        },
        input.version,
        input.form,
      )
      const written = kind.readForm(text)
      const fields = published ? kind.compare(published.form, written) : []
      const detail = published
        ? fields.map(({ field }) => kind.nameField(field, written)).join(', ')
        : 'mục mới'
      await note({ account: person, action: `${kind.action}.save`, subject: id, detail })
      return saved
    },

    /** @throws {AnswerError} `changed`, `gone` */
    async discard(id: string, version: number, person: Person): Promise<void> {
      if (!(await drafts.remove(kind.prefix + id, version))) {
        const other = await drafts.read(kind.prefix + id)
        throw other ? toConflict(other, kind.readForm(other.text)) : toGone()
      }
      await note({ account: person, action: `${kind.action}.discard`, subject: id, detail: '' })
    },
  }
}

/** See {@link createDraftWriter}. */
export type DraftWriter<Form = TopicForm> = ReturnType<typeof createDraftWriter<Form>>

/** Someone else saved the draft: `was` is what this person has, `now` what the other wrote. */
export function toDraftConflict<Form>(
  kind: EditedKind<Form>,
  other: EntryDraft,
  mine: Form,
): AnswerError {
  const form = kind.readForm(other.text)
  return new AnswerError(
    'changed',
    `${other.author} vừa sửa nháp này. Xem chỗ khác nhau rồi chọn giữ bên nào.`,
    {
      by: other.author,
      version: other.version,
      basedOn: other.basedOn,
      form,
      changes: kind.compare(mine, form),
    },
  )
}

/** The published entry changed, here or in its file: `now` is what is published. */
function toFileConflict<Form>(
  kind: EditedKind<Form>,
  { published, draft }: Entry<Form>,
  { form }: DraftInput<Form>,
): AnswerError {
  if (!published) {
    return new AnswerError(
      'gone',
      'Mục này vừa bị bỏ khỏi nội dung đang dùng. Hãy quay lại danh sách.',
    )
  }
  return new AnswerError(
    'changed',
    `${kind.noun} đang dùng vừa được người khác sửa. Xem chỗ khác nhau rồi chọn giữ bên nào.`,
    {
      by: null,
      version: draft?.version ?? 0,
      basedOn: published.hash,
      form: published.form,
      changes: kind.compare(form, published.form),
    },
  )
}

function toGone(): AnswerError {
  return new AnswerError(
    'gone',
    'Nháp này vừa được đăng hoặc bỏ. Hãy mở lại mục để xem nội dung đang dùng.',
  )
}
