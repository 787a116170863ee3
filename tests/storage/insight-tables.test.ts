import { helpRequestTable } from '../../src/storage/help-request-table'
import { inboxTable } from '../../src/storage/inbox-table'
import { questionTable } from '../../src/storage/question-table'
import { tallyTable } from '../../src/storage/tally-table'
import { unansweredTable } from '../../src/storage/unanswered-table'
import { visitorTable } from '../../src/storage/visitor-table'
import { event } from '../delivery/fixtures'
import { describeOnEachDatabase } from './databases'

describeOnEachDatabase('unanswered questions', (use) => {
  const questions = () => questionTable(use.database.kysely)
  const table = () => unansweredTable(use.database.kysely)
  const ask = (text: string, kind: string, topic: string | null = null, askedAt = 100) =>
    questions().record({ askedAt, channel: 'web', kind, topic, flow: null, text })

  beforeEach(async () => {
    await ask('hỏi đã lâu', 'fallback', null, 8)
    await ask('giá vàng', 'fallback', null, 9)
    await ask('Giá vàng?', 'fallback', null, 50)
    await ask('gia vang', 'fallback', null, 200)
    await ask('mất bao lâu', 'clarify')
    await ask('vneid là gì', 'answer', 'vneid-what')
  })

  test('are counted by form where they were asked since a time, with clarifications that were not taken', async () => {
    expect(await table().list(10, 10)).toEqual([
      expect.objectContaining({ form: 'gia vang', unanswered: 3, unsure: 0, latest: 200 }),
      expect.objectContaining({ form: 'mat bao lau', unanswered: 0, unsure: 1, topic: null }),
    ])
    expect(await table().list(10, 1)).toHaveLength(1)
  })

  test('are fewer by a choice that is taken, and more by an answer that did not help', async () => {
    await questions().settle({ kind: 'chosen', topic: 'card-time', form: 'mat bao lau' })
    await questions().settle({ kind: 'not_useful', topic: 'vneid-what', form: 'vneid la gi' })
    await questions().settle({ kind: 'useful', topic: 'card-time', form: 'mat bao lau' })
    // Nobody waits for these.
    await questions().settle({ kind: 'not_useful', topic: 'card-time', form: 'mat bao lau' })
    await questions().settle({ kind: 'not_useful', topic: 'vneid-what', form: '' })
    const read = await table().list(100, 10)
    expect(read.map(({ form, notUseful, topic }) => [form, notUseful, topic])).toEqual([
      ['gia vang', 0, null],
      ['vneid la gi', 1, 'vneid-what'],
    ])
  })

  test('that are decided are not asked again, until the decision is taken back', async () => {
    const decision = {
      decidedAt: 300,
      account: 'Chị Hà',
      kind: 'dismissed' as const,
      target: null,
      reason: 'không liên quan',
      text: 'Giá vàng?',
      forms: ['gia vang', 'gia vang sjc'],
    }
    const decided = await table().decide(decision)
    expect(decided).toEqual({ ...decision, id: expect.any(Number) })
    expect((await table().list(10, 10)).map(({ form }) => form)).toEqual(['mat bao lau'])
    expect(await table().decisions(10)).toEqual([decided])
    expect(await table().decide({ ...decision, forms: ['mat bao lau', 'gia vang'] })).toBeNull()
    expect(await table().decisions(10)).toHaveLength(1)

    const id = decided?.id ?? 0
    expect(await table().read(id)).toEqual(decided)
    await table().undo(id)
    expect(await table().read(id)).toBeNull()
    expect((await table().list(10, 10)).map(({ form }) => form)).toEqual([
      'gia vang',
      'mat bao lau',
    ])
  })
})

describeOnEachDatabase('counts of the day', (use) => {
  const mark = (measure: string, subject = 'card-fee', rest = {}) => ({
    day: '2026-11-24',
    channel: 'web',
    measure,
    subject,
    part: '',
    link: null,
    ...rest,
  })
  const table = () => tallyTable(use.database.kysely)
  const fold = (limit: number) =>
    use.database.kysely.transaction().execute((one) => tallyTable(one).fold(limit))
  const all = { from: '2026-11-01', to: '2026-11-30' }

  test('are the same before, between and after folding, by any number of processes at once', async () => {
    await table().mark([])
    await table().mark([
      mark('answered'),
      mark('answered'),
      mark('answered', 'card-time', { channel: 'zalo', link: 'ward-7' }),
      mark('useful', 'card-fee', { day: '2026-11-25' }),
      mark('answered', 'card-fee', { day: '2026-12-01' }),
    ])
    const expected = [
      { key: 'card-fee', measure: 'answered', count: 2 },
      { key: 'card-fee', measure: 'useful', count: 1 },
      { key: 'card-time', measure: 'answered', count: 1 },
    ]
    expect(await table().read('subject', all)).toEqual(expected)
    expect(await fold(2)).toBe(2)
    expect(await table().read('subject', all)).toEqual(expected)
    const folded = await Promise.all([fold(10), fold(10)])
    expect(folded.reduce((sum, one) => sum + one)).toBe(3)
    await table().mark([mark('answered')])
    expect(await fold(10)).toBe(1)
    expect(await table().read('subject', all)).toEqual([
      { key: 'card-fee', measure: 'answered', count: 3 },
      ...expected.slice(1),
    ])
    expect(await table().read('link', { ...all, link: 'ward-7' })).toEqual([
      { key: 'ward-7', measure: 'answered', count: 1 },
    ])
    expect(await table().read('day', { ...all, channel: 'web', subject: 'card-fee' })).toEqual([
      { key: '2026-11-24', measure: 'answered', count: 3 },
      { key: '2026-11-25', measure: 'useful', count: 1 },
    ])
  })

  test('hold each person once a day, and nothing of them once the day is over', async () => {
    const { kysely } = use.database
    const note = (conversation: string, day: string, channel = 'web') =>
      visitorTable(kysely).note({ conversation, day, channel, link: null })
    await note('web:site:an', '2026-11-24')
    await note('web:site:an', '2026-11-24')
    await note('web:site:binh', '2026-11-24')
    await note('zalo:oa:an', '2026-11-24', 'zalo')
    await note('web:site:an', '2026-11-25')
    const kept = JSON.stringify(await kysely.selectFrom('visitors').selectAll().execute())
    expect(kept).not.toMatch(/an"|binh/)
    expect(await visitorTable(kysely).open()).toHaveLength(3)

    const close = () => kysely.transaction().execute((one) => visitorTable(one).close('2026-11-25'))
    await Promise.all([close(), close()])
    expect(await table().read('channel', all)).toEqual([
      { key: 'web', measure: 'people', count: 2 },
      { key: 'zalo', measure: 'people', count: 1 },
    ])
    expect(await kysely.selectFrom('visitors').select('day').execute()).toEqual([
      { day: '2026-11-25' },
    ])
    expect(await kysely.selectFrom('day_salts').select('day').execute()).toEqual([
      { day: '2026-11-25' },
    ])
  })
})

describeOnEachDatabase('requests for a person', (use) => {
  const table = () => helpRequestTable(use.database.kysely)
  const open = (person: string, askedAt: number) =>
    table().open({ conversation: `web:site:${person}`, channel: 'web', askedAt })
  const ha = { id: 1, name: 'Chị Hà' }
  const nam = { id: 2, name: 'Anh Nam' }

  test('wait in order, are one for each conversation, and know when the person was last heard', async () => {
    const { kysely, dialect } = use.database
    await inboxTable(kysely, dialect).add([event('m1'), event('m2')], 70)
    await open('an', 100)
    await open('binh', 200)
    await open('an', 300)
    expect(await table().list(10)).toMatchObject([
      { conversation: 'web:site:an', askedAt: 100, heardAt: 70, takenBy: null, staffSince: null },
      { conversation: 'web:site:binh', askedAt: 200, heardAt: null },
    ])
    expect(await table().countWaiting()).toBe(2)
  })

  test('are taken by one account, and by another only where it knows of the first', async () => {
    await open('an', 100)
    const [request] = await table().list(1)
    const id = request?.id ?? 0
    expect(await table().take(id, ha, null)).toBe(true)
    expect(await table().take(id, nam, null)).toBe(false)
    expect((await table().read(id))?.takenBy).toEqual(ha)
    expect(await table().take(id, nam, ha.id)).toBe(true)
    expect(await table().countWaiting()).toBe(0)
    await table().close(id)
    expect(await table().read(id)).toBeNull()
  })
})
