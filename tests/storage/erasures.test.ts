import { erasureTable } from '../../src/storage/erasure-table'
import { helpRequestTable } from '../../src/storage/help-request-table'
import { outboxTable } from '../../src/storage/outbox-table'
import { stateTable } from '../../src/storage/state-table'
import { visitorTable } from '../../src/storage/visitor-table'
import { addEvents, event } from '../delivery/fixtures'
import { describeOnEachDatabase } from './databases'
import { readEverything } from './read-everything'

const MINUTE = 60_000
const NOW = 100 * MINUTE

describeOnEachDatabase('erasing a person', (use) => {
  /** Long enough that they stand in a file by no accident. */
  const PERSON = 'person-7712-an'
  const CONVERSATION = `web:site:${PERSON}`
  const WORDS = 'cau-hoi-cua-an'

  const erasures = () => erasureTable(use.database.kysely)
  const erase = (now = NOW) =>
    use.database.kysely.transaction().execute((transaction) =>
      erasureTable(transaction).erase(CONVERSATION, {
        askedBy: 'person',
        now,
        createCode: () => 'BCFGHJKL',
      }),
    )
  const finish = (now: number) =>
    use.database.kysely
      .transaction()
      .execute((transaction) => erasureTable(transaction).finish(now))
  const settle = (table: 'inbox' | 'outbox', status: string, text: string) =>
    use.database.kysely
      .updateTable(table)
      .set({ status: status as never })
      .where(table === 'inbox' ? 'activity' : 'payload', 'like', `%${text}%`)
      .execute()
  const reply = (text: string, inboxId: number | null = null, now = NOW - MINUTE) =>
    outboxTable(use.database.kysely, use.database.dialect).add(
      [{ channel: 'web', conversation: CONVERSATION, payload: { text } }],
      { inboxId, now },
    )
  const everything = async () => {
    await use.database.scrub()
    return readEverything(use.database, use.server.url)
  }

  beforeEach(async () => {
    const { kysely } = use.database
    const said = { ...event(`${PERSON}:id-1`, PERSON), activity: { type: 'message', text: WORDS } }
    await addEvents(use.database, [said, event('of-binh', 'binh')], NOW - 2 * MINUTE)
    await settle('inbox', 'done', WORDS)
    await settle('inbox', 'done', 'of-binh')
    await reply(`dap-${WORDS}`)
    await settle('outbox', 'sent', WORDS)
    await stateTable(kysely, NOW).write({
      [`web/conversations/${CONVERSATION}/`]: { chat: WORDS },
      'web/conversations/web:site:binh/': { chat: 'of-binh' },
    })
    const asked = { conversation: CONVERSATION, channel: 'web', askedAt: NOW }
    await helpRequestTable(kysely).open(asked)
    await visitorTable(kysely).note({ day: '2026-11-24', ...asked, link: null })
  })

  test('leaves nothing of them and everything of others, and gives a receipt that names nobody', async () => {
    expect((await everything()).includes(PERSON)).toBe(true)
    const receipt = await erase()
    expect(receipt).toEqual({
      code: 'BCFGHJKL',
      erasedAt: NOW,
      askedBy: 'person',
      counts: { messages: 1, replies: 1, memory: 1, helpRequests: 1 },
    })
    expect(await finish(NOW + MINUTE)).toBe(0)
    expect(await finish(NOW + 11 * MINUTE)).toBe(1)
    const left = await everything()
    expect(left.includes(PERSON)).toBe(false)
    expect(left.includes(WORDS)).toBe(false)
    expect(left.includes('of-binh')).toBe(true)
    expect(await erasures().read('BCFGHJKL')).toEqual(receipt)
    expect(await erasures().read('ZZZZZZZZ')).toBeNull()
  })

  test('keeps the count of the day, without the hash', async () => {
    await erase()
    expect(await visitorTable(use.database.kysely).open()).toEqual([])
    const counts = await use.database.kysely.selectFrom('tallies').selectAll().execute()
    expect(counts).toMatchObject([{ day: '2026-11-24', measure: 'people', count: 1 }])
  })

  test('goes over what was on its way: the wish itself, and the reply that tells of it', async () => {
    await addEvents(use.database, [event('the-wish', PERSON)], NOW - 1)
    const { id } = await use.database.kysely
      .selectFrom('inbox')
      .select('id')
      .where('event_id', '=', 'the-wish')
      .executeTakeFirstOrThrow()
    await erase()
    await reply('da-xoa', id, NOW + 5)
    await settle('inbox', 'done', 'the-wish')
    await addEvents(use.database, [event('said-later', PERSON)], NOW + MINUTE)
    // Not sent yet: it waits, and so does the erasure.
    expect(await finish(NOW + 11 * MINUTE)).toBe(1)
    expect((await everything()).includes('da-xoa')).toBe(true)
    await settle('outbox', 'sent', 'da-xoa')
    expect(await finish(NOW + 22 * MINUTE)).toBe(1)
    const left = await everything()
    expect(left.includes('da-xoa')).toBe(false)
    expect(left.includes('said-later')).toBe(true)
    expect(await finish(NOW + 60 * MINUTE)).toBe(0)
  })

  test('knows the platform’s repetition of a message that is forgotten', async () => {
    const said = event('m_mid.of-the-platform', PERSON)
    await addEvents(use.database, [said], NOW - MINUTE)
    await settle('inbox', 'done', 'm_mid')
    await erase()
    expect(await addEvents(use.database, [said], NOW + MINUTE)).toBe(0)
  })

  test('knows its own message by the echo that comes later', async () => {
    await reply('vua-noi')
    await use.database.kysely
      .updateTable('outbox')
      .set({ status: 'sent', platform_message_id: 'platform-1' })
      .where('payload', 'like', '%vua-noi%')
      .execute()
    await erase()
    const outbox = outboxTable(use.database.kysely, use.database.dialect)
    const echo = { conversation: CONVERSATION, platformMessageId: 'platform-1', text: 'vua-noi' }
    expect(await outbox.markEchoed(echo, NOW + 1)).toBe(true)
    expect((await everything()).includes('vua-noi')).toBe(false)
  })
})
