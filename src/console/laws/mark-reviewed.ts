import { addDays } from '../../knowledge/add-days'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import { AnswerError } from '../answers/answer-error'
import type { Person } from '../answers/answers-options'
import type { Restored } from '../answers/restore-entry'
import type { LawsOptions } from './laws-options'

/**
 * Somebody has looked at an entry and it holds: its dates of review move on, by a draft that takes the way of every
 * change. Where two persons are needed it waits for the second, else it is published.
 * @param revision of the content that the person has seen
 * @throws {AnswerError} where the entry is being written, was changed since, or has mistakes
 */
export async function markReviewed(
  { served, answers, revisions, now }: LawsOptions,
  { id, revision }: { id: string; revision: number },
  person: Person,
): Promise<Restored> {
  const { reader, writer, publisher } = answers
  const { published, draft } = await reader.read(id)
  if (!published) throw new AnswerError('gone', 'Mục này chưa đăng lần nào.')
  if (draft) {
    throw new AnswerError(
      'state',
      `Mục này đang có nháp của ${draft.author}. Hãy mở mục và ghi ngày soát vào nháp ấy.`,
    )
  }
  const [last] = await revisions.readHistory(published.path, 1)
  if (last && last.revision.id > revision) {
    throw new AnswerError(
      'changed',
      `${last.revision.author} vừa sửa câu trả lời này. Hãy tải lại trang và đọc lại.`,
    )
  }
  const today = toHanoiDay(now())
  const { lasts_days } = served().content.knowledge.settings.reviews
  const form = { ...published.form, reviewed_on: today, review_by: addDays(today, lasts_days) }
  const input = { form, version: 0, basedOn: published.hash, note: 'đã soát lại, vẫn đúng' }
  const { version } = await writer.save(id, input, person)
  if (!publisher.needsSecond()) return publisher.approve(id, version, null, person)
  await publisher.submit(id, version, null, person)
  return { outcome: 'waiting' }
}
