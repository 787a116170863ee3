import { compareTopicForms } from '../../knowledge/compare-topic-forms'
import { editTopic, newTopicText } from '../../knowledge/edit-topic'
import { YamlEditError } from '../../knowledge/edit-yaml'
import { readTopicForm, type TopicForm } from '../../knowledge/topic-form'
import type { EntryDraft, NewDraft } from '../../storage/draft-table'
import { AnswerError } from './answer-error'
import type { AnswersOptions, Person } from './answers-options'
import { FIELD_NAMES } from './field-names'
import { type Entry, type EntryReader, toEntryPath } from './read-entry'

/** What an editor saves: the form, and what it was begun from. */
export type DraftInput = {
  form: TopicForm
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
export function toEntryText({ id, published, draft }: Entry, form: TopicForm): string {
  const before = draft?.text ?? published?.text
  try {
    return before === undefined ? newTopicText(id, form) : editTopic(before, form)
  } catch (error) {
    if (!(error instanceof YamlEditError)) throw error
    throw new AnswerError(
      'broken',
      `Tệp của mục này viết theo lối không sửa được ở đây; nhờ người phụ trách kỹ thuật sửa trong tệp (${error.message}).`,
    )
  }
}

/** Writes drafts; nothing that someone else wrote meanwhile is ever replaced unseen. */
export function createDraftWriter({ drafts, note, now }: AnswersOptions, entries: EntryReader) {
  /** @throws {AnswerError} `changed` with what the other wrote */
  async function store(draft: NewDraft, from: number, mine: TopicForm): Promise<EntryDraft> {
    const stored = await drafts.save(draft, from)
    if (stored) return stored
    const other = await drafts.read(draft.entry)
    throw other ? toDraftConflict(other, mine) : toGone()
  }

  return {
    store,

    /** @throws {AnswerError} `changed`, `broken` */
    async save(id: string, input: DraftInput, person: Person): Promise<EntryDraft> {
      const entry = await entries.read(id).catch((error: unknown) => {
        if (input.basedOn === null && input.version === 0)
          return { id, published: null, draft: null }
        throw error
      })
      const { published, draft } = entry
      if (draft && draft.version !== input.version) throw toDraftConflict(draft, input.form)
      if (!draft && input.version !== 0) throw toGone()
      if ((published?.hash ?? null) !== input.basedOn) throw toFileConflict(entry, input)
      // A draft on top of an older file has the older file's other fields: it is written into the newer.
      const isCurrent = draft?.basedOn === (published?.hash ?? null)
      const text = toEntryText(
        isCurrent ? entry : { ...entry, draft: published ? null : draft },
        input.form,
      )
      const saved = await store(
        {
          entry: id,
          path: published?.path ?? toEntryPath(id),
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
      const fields = published ? compareTopicForms(published.form, readTopicForm(text)) : []
      const detail = published
        ? fields.map(({ field }) => FIELD_NAMES[field] ?? field).join(', ')
        : 'mục mới'
      await note({ account: person, action: 'answers.save', subject: id, detail })
      return saved
    },

    /** @throws {AnswerError} `changed`, `gone` */
    async discard(id: string, version: number, person: Person): Promise<void> {
      if (!(await drafts.remove(id, version))) {
        const other = await drafts.read(id)
        throw other ? toDraftConflict(other, readTopicForm(other.text)) : toGone()
      }
      await note({ account: person, action: 'answers.discard', subject: id, detail: '' })
    },
  }
}

/** See {@link createDraftWriter}. */
export type DraftWriter = ReturnType<typeof createDraftWriter>

/** Someone else saved the draft: `was` is what this person has, `now` what the other wrote. */
export function toDraftConflict(other: EntryDraft, mine: TopicForm): AnswerError {
  const form = readTopicForm(other.text)
  return new AnswerError(
    'changed',
    `${other.author} vừa sửa nháp này. Xem chỗ khác nhau rồi chọn giữ bên nào.`,
    {
      by: other.author,
      version: other.version,
      basedOn: other.basedOn,
      form,
      changes: compareTopicForms(mine, form),
    },
  )
}

/** The published entry changed, here or in its file: `now` is what is published. */
function toFileConflict({ published, draft }: Entry, { form }: DraftInput): AnswerError {
  if (!published) {
    return new AnswerError(
      'gone',
      'Mục này vừa bị bỏ khỏi nội dung đang dùng. Hãy quay lại danh sách.',
    )
  }
  return new AnswerError(
    'changed',
    'Câu trả lời đang dùng vừa được người khác sửa. Xem chỗ khác nhau rồi chọn giữ bên nào.',
    {
      by: null,
      version: draft?.version ?? 0,
      basedOn: published.hash,
      form: published.form,
      changes: compareTopicForms(form, published.form),
    },
  )
}

function toGone(): AnswerError {
  return new AnswerError(
    'gone',
    'Nháp này vừa được đăng hoặc bỏ. Hãy mở lại mục để xem nội dung đang dùng.',
  )
}
