import type { ChannelName } from '../../channels/channel-limits'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import type { TopicForm } from '../../knowledge/topic-form'
import { type Asked, askContent } from '../../rehearsal/ask-content'
import type { EntryChange } from '../../rehearsal/draft-content'
import type { EntryProblem } from '../../rehearsal/entry-problem'
import { previewEntry } from '../../rehearsal/preview-entry'
import type { ReplyPreview } from '../../rehearsal/preview-topic'
import { AnswerError } from './answer-error'
import type { AnswersOptions } from './answers-options'
import { ENTRY_KIND } from './entry-kind'
import type { EntryReader } from './read-entry'
import { toEntryText } from './write-draft'

/** Shows what a form would come to, before anything is saved. */
export function createTrier(options: AnswersOptions, reader: EntryReader) {
  const { served, rehearse, readMaterial, now } = options

  /** The entry's file as it would be saved. @throws {AnswerError} `broken` */
  async function toChange(id: string, form: TopicForm): Promise<EntryChange> {
    const entry = await reader.read(id).catch(() => ({ id, published: null, draft: null }))
    const path = entry.published?.path ?? ENTRY_KIND.toPath(id)
    return { id, path, text: toEntryText(ENTRY_KIND, entry, form) }
  }

  return {
    async preview(id: string, form: TopicForm): Promise<ReplyPreview> {
      return previewEntry(served().content, await toChange(id, form), now())
    },

    async check(id: string, form: TopicForm): Promise<EntryProblem[]> {
      const change = await toChange(id, form)
      return rehearse({ kind: 'check', change, today: toHanoiDay(now()) })
    },

    /** What is answered to a question today. */
    async askServed(text: string, channel: ChannelName): Promise<Asked> {
      return askContent(served().content, { text, channel }, now())
    },

    /** What would be answered with the form published. */
    async askDraft(
      id: string,
      form: TopicForm,
      { text, channel }: { text: string; channel: ChannelName },
    ) {
      const change = await toChange(id, form)
      return rehearse({ kind: 'ask', change, text, channel, now: now() })
    },

    /** What publishing the entry's draft would change. @throws {AnswerError} `gone` */
    async replay(id: string) {
      const { draft } = await reader.read(id)
      if (!draft) throw new AnswerError('gone', 'Mục này không có nháp nào.')
      const change = { id, path: draft.path, text: draft.text }
      return rehearse({ kind: 'replay', change, material: await readMaterial(null) })
    },

    /** What publishing a guide's file with this text would change. @throws {AnswerError} `broken` */
    async replayFlow(flow: string, text: string) {
      const change = { id: flow, path: `flows/${flow}.yaml`, text }
      const replay = await rehearse({
        kind: 'replay-flow',
        change,
        material: await readMaterial(flow),
      })
      if (!('problems' in replay)) return replay
      throw new AnswerError('broken', 'Hướng dẫn này còn lỗi.', { problems: replay.problems })
    },
  }
}

/** See {@link createTrier}. */
export type Trier = ReturnType<typeof createTrier>
