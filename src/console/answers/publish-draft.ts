import { toHanoiDay } from '../../knowledge/hanoi-day'
import type { TopicForm } from '../../knowledge/topic-form'
import type { EntryDraft } from '../../storage/draft-table'
import { AnswerError } from './answer-error'
import type { AnswersOptions, Person } from './answers-options'
import type { EditedKind } from './edited-kind'
import type { EntryReader } from './read-entry'
import { type DraftWriter, toDraftConflict } from './write-draft'

/** What became of an approval. */
export type Approval =
  /** `written`: the file on the server's disk has it too. */
  | { outcome: 'published'; revision: number; written: boolean }
  | { outcome: 'scheduled'; draft: EntryDraft }

/** Brings drafts to citizens: asked for, approved by a second person, at once or at their time. */
export function createPublisher<Form>(
  options: AnswersOptions,
  { entries, writer }: { entries: EntryReader<Form>; writer: DraftWriter<Form> },
  kind: EditedKind<Form>,
) {
  const { drafts, served, publishFile, rehearse, note, now } = options
  const needsSecond = () => served().content.knowledge.settings.console.two_persons

  /** The draft that the person has seen. */
  async function readSeen(id: string, version: number): Promise<EntryDraft> {
    const { draft } = await entries.read(id)
    if (!draft) throw new AnswerError('gone', 'Nháp này vừa được đăng hoặc bỏ. Hãy mở lại mục.')
    if (draft.version !== version) {
      throw toDraftConflict(kind, draft, kind.readForm(draft.text))
    }
    return draft
  }

  /** @throws {AnswerError} `broken` */
  async function refuseBroken({ entry: id, path, text }: EntryDraft): Promise<void> {
    const change = { id: id.slice(kind.prefix.length), path, text }
    const found = await rehearse(kind.toCheck(change, toHanoiDay(now())))
    const problems = found.filter(({ level }) => level === 'error')
    if (problems.length === 0) return
    throw new AnswerError('broken', `Còn ${problems.length} lỗi phải sửa trước khi đăng.`, {
      problems,
    })
  }

  const change = (draft: EntryDraft, to: Partial<EntryDraft>) =>
    writer.store({ ...draft, ...to, updatedAt: now() }, draft.version, kind.readForm(draft.text))

  /** @throws {AnswerError} `broken`, `changed` */
  async function publish(draft: EntryDraft, approver: string | null) {
    const by = approver && approver !== draft.author ? `; duyệt: ${approver}` : ''
    const publication = await publishFile({
      path: draft.path,
      text: draft.text,
      basedOn: draft.basedOn,
      author: draft.author,
      message: `${draft.entry}: ${draft.note || 'sửa trong bảng điều hành'}${by}`,
    })
    switch (publication.outcome) {
      case 'published':
        await drafts.remove(draft.entry, draft.version)
        return { revision: publication.revision.id, written: publication.written }
      case 'refused':
        throw new AnswerError('broken', 'Nội dung này chưa đăng được vì còn lỗi.', {
          lines: publication.problems,
        })
      case 'changed':
        throw new AnswerError(
          'changed',
          `${kind.noun} đang dùng đã được người khác sửa sau khi nháp này được viết. Mở nháp, xem chỗ khác nhau và lưu lại.`,
        )
    }
  }

  return {
    needsSecond,

    /**
     * Asks for a second person's look.
     * @param publishAt epoch milliseconds; null: as soon as it is approved
     * @throws {AnswerError}
     */
    async submit(id: string, version: number, publishAt: number | null, person: Person) {
      const draft = await readSeen(id, version)
      await refuseBroken(draft)
      const waiting = await change(draft, { state: 'waiting', publishAt, problem: null })
      await note({
        account: person,
        action: `${kind.action}.submit`,
        subject: id,
        detail: draft.note,
      })
      return waiting
    },

    /** Takes a draft back to be written on. `reason`: what the second person asks for; empty for one's own. */
    async withdraw(id: string, version: number, reason: string, person: Person) {
      const draft = await readSeen(id, version)
      const problem = reason ? `${person.name}: ${reason}` : null
      const back = await change(draft, { state: 'draft', approver: null, problem })
      await note({
        account: person,
        action: `${kind.action}.withdraw`,
        subject: id,
        detail: reason,
      })
      return back
    },

    /**
     * Publishes a draft, or has it published at its time.
     * @param at epoch milliseconds, null for at once; of one that was submitted the time asked for then counts
     * @throws {AnswerError} also where the same person wrote it and two are needed
     */
    async approve(
      id: string,
      version: number,
      at: number | null,
      person: Person,
    ): Promise<Approval> {
      const draft = await readSeen(id, version)
      const publishAt = draft.state === 'waiting' ? draft.publishAt : at
      if (needsSecond()) {
        if (draft.state !== 'waiting') {
          throw new AnswerError('state', 'Nháp này chưa được gửi duyệt.')
        }
        if (draft.authorId === person.id) {
          throw new AnswerError('state', 'Bạn là người viết; cần một người khác duyệt.')
        }
      }
      await refuseBroken(draft)
      if (publishAt !== null && publishAt > now()) {
        const scheduled = await change(draft, {
          state: 'scheduled',
          publishAt,
          approver: person.name,
          problem: null,
        })
        const detail = new Date(publishAt).toISOString()
        await note({ account: person, action: `${kind.action}.schedule`, subject: id, detail })
        return { outcome: 'scheduled', draft: scheduled }
      }
      const published = await publish(draft, person.name)
      const detail = `bản ${published.revision}; người viết: ${draft.author}`
      await note({ account: person, action: `${kind.action}.publish`, subject: id, detail })
      return { outcome: 'published', ...published }
    },

    /** Publishes a draft whose time has come; where that cannot be, it goes back to its author with the reason. */
    async publishDue(draft: EntryDraft): Promise<void> {
      try {
        const { revision } = await publish(draft, draft.approver)
        const detail = `bản ${revision}, đúng giờ hẹn; người duyệt: ${draft.approver}`
        await note({
          account: null,
          action: `${kind.action}.publish`,
          subject: draft.entry.slice(kind.prefix.length),
          detail,
        })
      } catch (error) {
        if (!(error instanceof AnswerError)) throw error
        await change(draft, { state: 'draft', problem: error.message })
        const detail = `chưa đăng được lúc hẹn: ${error.message}`
        await note({
          account: null,
          action: `${kind.action}.withdraw`,
          subject: draft.entry.slice(kind.prefix.length),
          detail,
        })
      }
    },
  }
}

/** See {@link createPublisher}. */
export type Publisher<Form = TopicForm> = ReturnType<typeof createPublisher<Form>>
