import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toHanoiDay } from '../../src/knowledge/hanoi-day'
import type { TopicForm } from '../../src/knowledge/topic-form'
import { linkCountTable } from '../../src/storage/link-count-table'
import { openDatabase } from '../../src/storage/open-database'
import { questionTable } from '../../src/storage/question-table'
import { tallyTable } from '../../src/storage/tally-table'
import { createCitizen } from '../console/citizen'
import type { ConsoleClient } from '../console/console-client'
import { joinConsole, type OpenConsole, openConsole } from '../console/open-console'

const DAY_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000

/** An example that the draft which waits adds, and that people asked in vain. */
const NEW_EXAMPLE = 'trong chip có máy nghe trộm giấu sẵn hả'

/** What people asked in vain, how often, and how it was taken. */
const ASKED = [
  ['đổi giấy phép lái xe ở đâu', 'fallback', 7],
  ['doi bang lai xe o dau vay', 'clarify', 3],
  ['đổi giấy phép lái xe mất bao lâu', 'fallback', 2],
  [NEW_EXAMPLE, 'fallback', 4],
  ['mấy giờ phường mở cửa', 'clarify', 3],
] as const

/** A console on a copy of the campaign's content, with people and work in it that nobody real is behind. */
export type SampleConsole = Omit<OpenConsole, 'close'> & {
  /** The document whose list of what is to be looked at again is open, and that list. */
  law: string
  lawReview: number
  close(): Promise<void>
}

/** Opens it: what the console publishes goes to the copy. */
export async function openSampleConsole(): Promise<SampleConsole> {
  const folder = mkdtempSync(join(tmpdir(), 'loa-pictures-'))
  for (const name of ['knowledge', 'flows']) {
    cpSync(name, join(folder, name), { recursive: true })
  }
  const loa = await openConsole({
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    FLOWS_DIR: join(folder, 'flows'),
  })
  await fillTables(loa)
  await writeAnswers(loa)
  await askForPeople(loa)
  await askForCorrection(loa)
  return {
    ...loa,
    ...(await openLawReview(loa)),
    async close() {
      await loa.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A month of questions, and of people in a guide. */
async function fillTables({ databasePath }: OpenConsole): Promise<void> {
  const database = await openDatabase(`file:${databasePath}`)
  const { kysely } = database
  const today = toHanoiDay(Date.now())
  for (const [text, kind, times] of ASKED) {
    const question = { askedAt: Date.now(), channel: 'web', kind, topic: null, flow: null, text }
    for (let time = 0; time < times; time++) await questionTable(kysely).record(question)
  }
  const days = Array.from({ length: 30 }, (_, day) => day)
  const marks = days.flatMap((day) =>
    Array.from({ length: 20 + ((day * 7) % 23) }, (_, index) => ({
      day: toHanoiDay(Date.now() - day * DAY_MS),
      channel: ['web', 'zalo', 'messenger'][index % 3] ?? 'web',
      measure: ['answered', 'answered', 'answered', 'clarified', 'unanswered'][index % 5] ?? '',
      subject: index % 5 < 3 ? (['chip-no-tracking', 'vneid-what'][index % 2] ?? '') : '',
      part: '',
      link: null,
    })),
  )
  const moves = [
    ['approved', 'reached', 62],
    ['approved', 'passed', 48],
    ['open-app', 'reached', 48],
    ['open-app', 'stopped', 6],
    ['open-app', 'passed', 31],
  ] as const
  const steps = moves.flatMap(([step, measure, times]) =>
    Array.from({ length: times }, () => ({
      day: today,
      channel: 'web',
      measure,
      subject: 'activate-account',
      part: `2/${step}`,
      link: null,
    })),
  )
  await tallyTable(kysely).mark([...marks, ...steps])
  const poster = { kind: 'topic' as const, id: 'can-cuoc-law-2024', unit: '', place: 'poster' }
  await linkCountTable(kysely).add(today, [{ ...poster, event: 'opened', count: 9 }])
  await database.close()
}

/** One edit that was published, and one that waits. */
async function writeAnswers({ as }: OpenConsole): Promise<void> {
  const version = await submit(as.editor, 'vneid-what', 'nói rõ là không thu tiền', (form) => ({
    answer: { ...form.answer, detail: `${form.answer.detail}\n\nỨng dụng không thu tiền.` },
  }))
  await as.approver.ask('POST', '/answers/entries/vneid-what/draft/publish', {
    version,
    publishAt: null,
  })
  await submit(as.editor, 'chip-no-tracking', 'thêm một cách hỏi của bà con', (form) => ({
    answer: { ...form.answer, short: form.answer.short.replace('Cứ yên tâm', 'Bác cứ yên tâm') },
    examples: [...form.examples, NEW_EXAMPLE],
  }))
}

/** Writes a draft and asks for a second person. Gives the draft's version. */
async function submit(
  by: ConsoleClient,
  id: string,
  note: string,
  change: (form: TopicForm) => Partial<TopicForm>,
): Promise<number> {
  const path = `/answers/entries/${id}`
  const { published } = await by.ask('GET', path)
  const form = { ...published.form, ...change(published.form) }
  const basedOn = published.hash
  const saved = await by.ask('PUT', `${path}/draft`, { form, version: 0, basedOn, note })
  const { version } = saved.draft
  const asked = await by.ask('POST', `${path}/draft/submit`, { version, publishAt: null })
  return asked.draft.version
}

/** Two people who ask for a person; one is being answered. */
async function askForPeople(loa: OpenConsole): Promise<void> {
  const first = createCitizen(loa, '640001')
  await first.ask('thẻ của tôi mờ chữ thì đổi ở đâu')
  await first.ask('tôi muốn gặp cán bộ')
  await createCitizen(loa, '640002').ask('cho tôi gặp người thật')
  const { people } = await loa.as.editor.ask('GET', '/waiting')
  const { id } = people[0]
  await loa.as.editor.ask('POST', `/waiting/${id}/take`, { from: null })
  const { lastReply } = await loa.as.editor.ask('GET', `/waiting/${id}`)
  const text = 'Chào bác, mời bác ra Công an phường trong giờ hành chính, mang theo thẻ cũ ạ.'
  await loa.as.editor.ask('POST', `/waiting/${id}/replies`, { text, seen: lastReply })
}

/** A notice that waits for two others. */
async function askForCorrection(loa: OpenConsole): Promise<void> {
  await joinConsole(loa, 'Lê Duyệt Hai', 'approver')
  await loa.as.editor.ask('POST', '/urgent', {
    text: 'Sáng mai hệ thống cấp thẻ bảo trì từ 8 giờ đến 11 giờ. Bác ra phường vào buổi chiều nhé.',
    link: 'https://hanoi.gov.vn',
    topic: null,
    endsAt: Date.now() + 24 * HOUR_MS,
  })
}

/** A list of what is to be looked at again, because a law was replaced. */
async function openLawReview({ as }: OpenConsole) {
  const { documents } = await as.editor.ask('GET', '/laws')
  const { id: law } = documents.find(({ name }: { name: string }) => /26\/2023/.test(name))
  const { id: lawReview } = await as.editor.ask('POST', '/laws/reviews', {
    document: law,
    seen: 0,
    replacedBy: 'Luật mẫu (để minh họa)',
    effectiveOn: toHanoiDay(Date.now() + 30 * DAY_MS),
    note: 'Ví dụ để minh họa: chỉ đổi thời hạn cấp thẻ.',
  })
  return { law, lawReview }
}
