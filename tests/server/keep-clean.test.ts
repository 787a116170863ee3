import { settingsSchema } from '../../src/knowledge/settings'
import { type Cleaner, keepClean } from '../../src/server/keep-clean'
import type { Database } from '../../src/storage/open-database'
import { readSecret } from '../../src/storage/read-secret'
import { describeOnEachDatabase } from '../storage/databases'

const DAY = 86_400_000
const NOW = 1_800 * DAY

const keepsDays = settingsSchema.shape.keeps_days.parse({})

describeOnEachDatabase('cleaning', (use) => {
  const cleaners: Cleaner[] = []
  const errors: unknown[] = []
  const start = (database: Database) => {
    const cleaner = keepClean(database, {
      keepsDays: () => keepsDays,
      now: () => NOW,
      onError: (error) => errors.push(error),
    })
    cleaners.push(cleaner)
    return cleaner
  }
  afterEach(async () => {
    await Promise.all(cleaners.splice(0).map((cleaner) => cleaner.stop()))
    expect(errors.splice(0)).toEqual([])
  })

  const ago = (days: number) => NOW - days * DAY
  const countOf = async (table: 'inbox' | 'outbox' | 'questions' | 'state') => {
    const { count } = await use.database.kysely
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }
  const addInbox = (rows: { id: string; days: number; status?: 'pending' | 'done' | 'failed' }[]) =>
    use.database.kysely
      .insertInto('inbox')
      .values(
        rows.map(({ id, days, status = 'done' }) => ({
          channel: 'web',
          event_id: id,
          conversation: 'web:site:an',
          occurred_at: 0,
          activity: '{}',
          status,
          available_at: 0,
          received_at: ago(days),
        })),
      )
      .execute()

  test('deletes what is handled and sent once it is older than its days, and nothing else', async () => {
    const { kysely } = use.database
    await addInbox([
      { id: 'old', days: 31 },
      { id: 'old and waiting', days: 31, status: 'pending' },
      { id: 'old and failed', days: 31, status: 'failed' },
      { id: 'young', days: 29 },
    ])
    const message = (payload: string, days: number, status: 'pending' | 'sent' | 'dead') => ({
      channel: 'web',
      conversation: 'web:site:an',
      payload,
      status,
      available_at: 0,
      created_at: ago(days),
    })
    await kysely
      .insertInto('outbox')
      .values([
        message('sent long ago', 31, 'sent'),
        message('waits for long', 31, 'pending'),
        message('dead long ago', 15, 'dead'),
        message('dead', 13, 'dead'),
        message('sent', 15, 'sent'),
      ])
      .execute()
    await start(use.database).clean()
    const events = await kysely.selectFrom('inbox').select('event_id').orderBy('id').execute()
    expect(events.map(({ event_id }) => event_id)).toEqual(['old and waiting', 'young'])
    const messages = await kysely.selectFrom('outbox').select('payload').orderBy('id').execute()
    expect(messages.map(({ payload }) => payload)).toEqual(['waits for long', 'dead', 'sent'])
  })

  test('deletes the memory of who fell silent, and no secret of the installation', async () => {
    const { kysely } = use.database
    const secret = await readSecret(kysely, 'web-passes', ago(400))
    const state = (person: string, days: number) => ({
      key: `web/conversations/web:site:${person}/`,
      value: '{}',
      updated_at: ago(days),
    })
    await kysely
      .insertInto('state')
      .values([state('an', 61), state('binh', 59)])
      .execute()
    await start(use.database).clean()
    expect(await countOf('state')).toBe(2)
    expect(await readSecret(kysely, 'web-passes', NOW)).toEqual(secret)
  })

  test('deletes questions, requests for a person, receipts, ended codes and counts of long ago', async () => {
    const { kysely } = use.database
    const question = (days: number) => ({
      asked_at: ago(days),
      channel: 'web',
      kind: 'fallback',
      text: `${days}`,
    })
    await kysely
      .insertInto('questions')
      .values([question(181), question(179)])
      .execute()
    const open = { text: '', unanswered: 1, unsure: 0, not_useful: 0, total: 1 }
    await kysely
      .insertInto('open_questions')
      .values([
        { ...open, form: 'old', latest: ago(181) },
        { ...open, form: 'young', latest: ago(1) },
      ])
      .execute()
    const request = (conversation: string, days: number) => ({
      conversation,
      channel: 'web',
      asked_at: ago(days),
    })
    await kysely
      .insertInto('help_requests')
      .values([request('a', 31), request('b', 1)])
      .execute()
    const receipt = (code: string, days: number) => ({
      code,
      erased_at: ago(days),
      asked_by: 'person' as const,
      counts: '{}',
    })
    await kysely
      .insertInto('erasures')
      .values([receipt('old', 1_096), receipt('new', 1)])
      .execute()
    const code = (name: string, expires_at: number) => ({ code: name, guides: '[]', expires_at })
    await kysely
      .insertInto('carried_guides')
      .values([code('over', NOW - 1), code('good', NOW + 1)])
      .execute()
    const tally = (day: string) => ({
      day,
      channel: 'web',
      measure: 'people',
      subject: '',
      part: '',
      link: '',
      count: 1,
    })
    await kysely
      .insertInto('tallies')
      .values([tally('1970-01-02'), tally('1974-12-01')])
      .execute()
    await start(use.database).clean()
    const left = async (table: keyof typeof columns) =>
      (await kysely.selectFrom(table).selectAll().execute()).map(
        (row) => (row as Record<string, unknown>)[columns[table]],
      )
    const columns = {
      questions: 'text',
      open_questions: 'form',
      help_requests: 'conversation',
      erasures: 'code',
      carried_guides: 'code',
      tallies: 'day',
    } as const
    expect(await left('questions')).toEqual(['179'])
    expect(await left('open_questions')).toEqual(['young'])
    expect(await left('help_requests')).toEqual(['b'])
    expect(await left('erasures')).toEqual(['new'])
    expect(await left('carried_guides')).toEqual(['good'])
    expect(await left('tallies')).toEqual(['1974-12-01'])
  })

  test('goes through thousands of rows in portions, also where two processes do so', async () => {
    const rows = Array.from({ length: 1_700 }, (_, index) => ({ id: `old-${index}`, days: 40 }))
    await addInbox([...rows, { id: 'young', days: 1 }])
    const both = [start(use.database), start(await use.server.open())]
    // In one thread two connections to an SQLite file would wait for each other.
    if (use.database.dialect === 'sqlite') for (const cleaner of both) await cleaner.clean()
    else await Promise.all(both.map((cleaner) => cleaner.clean()))
    expect(await countOf('inbox')).toBe(1)
  })
})
