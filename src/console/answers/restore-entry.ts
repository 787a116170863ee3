import { AnswerError } from './answer-error'
import type { AnswersOptions, Person } from './answers-options'
import type { EditedKind } from './edited-kind'
import type { Approval, Publisher } from './publish-draft'
import type { EntryReader } from './read-entry'
import type { DraftWriter } from './write-draft'

/** As far back as an entry is restored; see `readHistory`. */
const STATES = 50

/** What became of an undo: published, or waiting for a second person as every change does. */
export type Restored = Approval | { outcome: 'waiting' }

/** Brings an entry back to an earlier published state. */
export function createRestorer<Form>(
  { readHistory, now }: AnswersOptions,
  parts: {
    entries: EntryReader<Form>
    writer: DraftWriter<Form>
    publisher: Publisher<Form>
  },
  kind: EditedKind<Form>,
) {
  const { entries, writer, publisher } = parts
  /**
   * @param basedOn hash of the published state that the person has seen
   * @throws {AnswerError}
   */
  return async (
    id: string,
    { revision, basedOn }: { revision: number; basedOn: string },
    person: Person,
  ): Promise<Restored> => {
    const { published, draft } = await entries.read(id)
    if (!published) throw new AnswerError('gone', 'Mục này chưa đăng lần nào.')
    if (draft) {
      throw new AnswerError('state', 'Mục này đang có nháp; đăng hoặc bỏ nháp rồi mới khôi phục.')
    }
    if (published.hash !== basedOn) {
      throw new AnswerError('changed', `${kind.noun} vừa được người khác sửa. Hãy tải lại trang.`)
    }
    const states = await readHistory(published.path, STATES)
    const earlier = states.find((state) => state.revision.id === revision)?.text
    if (earlier === null || earlier === undefined)
      throw new AnswerError('gone', 'Không còn bản ấy.')
    const text = kind.toRestored(published.text, earlier)
    if (text === published.text) throw new AnswerError('state', 'Bản ấy đang được dùng.')
    const stored = await writer.store(
      {
        entry: kind.prefix + id,
        path: published.path,
        text,
        basedOn,
        state: 'draft',
        publishAt: null,
        authorId: person.id,
        author: person.name,
        approver: null,
        note: `khôi phục bản ${revision}`,
        problem: null,
        updatedAt: now(),
      },
      0,
      kind.readForm(text),
    )
    if (!publisher.needsSecond()) return publisher.approve(id, stored.version, null, person)
    await publisher.submit(id, stored.version, null, person)
    return { outcome: 'waiting' }
  }
}
