import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { acceptEvents } from '../../src/delivery/accept-events'
import { createApp } from '../../src/server/create-app'
import { createWebhookRoutes } from '../../src/server/create-webhook-routes'
import { conversationTable } from '../../src/storage/conversation-table'
import { inboxTable } from '../../src/storage/inbox-table'
import { type Database, openDatabase } from '../../src/storage/open-database'
import { type Listening, listen } from '../stand-ins/listen'
import { deliver } from '../stand-ins/webhook-call'
import type { ChannelFixture, Lacks } from './channel-contract'
import { toRequest } from './to-request'

const MEGABYTE = 1024 * 1024

/** The part of the contract that takes HTTP and a database: what a platform is answered, and what is stored then. */
export function testWebhook(channel: () => ChannelFixture, lacks: Lacks): void {
  let folder: string
  let database: Database
  let server: Listening
  let isGone = false
  const outcomes: string[] = []

  beforeEach(async () => {
    isGone = false
    outcomes.length = 0
    folder = mkdtempSync(join(tmpdir(), 'loa-channel-'))
    database = await openDatabase(`file:${join(folder, 'loa.db')}`)
    const { adapter } = channel()
    const routes = createWebhookRoutes({
      channels: [{ name: adapter.channel, path: '/webhook', adapter }],
      async accept(result) {
        if (isGone) throw new Error('the database is gone')
        await acceptEvents(database, result, Date.now())
      },
      onHeard: () => {},
      onWebhook: (_, outcome) => outcomes.push(outcome),
      onAlert: () => {},
    })
    server = await listen(
      createApp({ platforms: [routes], browsers: [] }, pino({ level: 'silent' })),
      0,
    )
  })
  afterEach(async () => {
    await server.close()
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const bring = async (call: ReturnType<ChannelFixture['message']>) =>
    (await deliver(`${server.url}/webhook`, call)).status
  const stored = () =>
    database.kysely.selectFrom('inbox').select(['event_id', 'activity']).orderBy('id').execute()

  /** Handles everything as a worker would, and tells in which order. */
  async function handleAll(): Promise<string[]> {
    const texts: string[] = []
    for (;;) {
      const event = await database.kysely.transaction().execute(async (transaction) => {
        const inbox = inboxTable(transaction, database.dialect)
        const head = await inbox.claimHead(Date.now() + 1)
        if (head) await inbox.markDone(head.id)
        return head
      })
      if (!event) return texts
      texts.push(String(event.activity.text))
    }
  }

  test('a message is stored, once however often it comes, and answered with 200', async () => {
    const call = channel().message('xin chào', 'id-h1')
    for (let time = 0; time < 3; time++) expect(await bring(call)).toBe(200)
    expect(await bring(channel().message('xin chào', 'id-h2'))).toBe(200)
    expect(await stored()).toHaveLength(2)
  })

  test('messages that come late are handled in the order in which they were written', async () => {
    const at = 1_790_000_000_000
    await bring(channel().message('thứ hai', 'id-h4', at + 2_000))
    await bring(channel().message('thứ nhất', 'id-h3', at))
    await bring(channel().message('thứ ba', 'id-h5', at + 5_000))
    expect(await handleAll()).toEqual(['thứ nhất', 'thứ hai', 'thứ ba'])
  })

  test('a forged call is answered with 401 and changes nothing', async () => {
    const { rawBody } = channel().message('xin chào', 'id-h6')
    expect(await bring({ rawBody, headers: {} })).toBe(401)
    expect(await stored()).toEqual([])
    expect(outcomes).toEqual(['bad_signature'])
  })

  test('a body over a megabyte is answered with 413, even a signed one', async () => {
    expect(await bring(channel().message('x'.repeat(MEGABYTE), 'id-h7'))).toBe(413)
    expect(await stored()).toEqual([])
  })

  test('broken JSON is answered with 400', async () => {
    expect(await bring(channel().brokenJson)).toBe(400)
    expect(await stored()).toEqual([])
  })

  test('what nobody knows is answered with 200 and counted', async () => {
    expect(await bring(channel().unknownEvent)).toBe(200)
    expect(outcomes).toEqual(['unknown_event'])
  })

  test('while the database is gone it answers 503; what comes again then is stored once', async () => {
    const call = channel().message('xin chào', 'id-h8')
    isGone = true
    expect(await bring(call)).toBe(503)
    isGone = false
    expect(await bring(call)).toBe(200)
    expect(await stored()).toHaveLength(1)
  })

  test('personal numbers are on no disk', async () => {
    await bring(channel().message('số căn cước của tôi là 001202012345', 'id-h9'))
    const rows = await stored()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('001202012345')
  })

  if (lacks.staff) return
  test('a message of staff gives them the conversation and is no event', async () => {
    const { adapter, message, staffMessage } = channel()
    if (!staffMessage) throw new Error(`the fixture of ${adapter.channel} has no staffMessage`)
    const call = message('xin chào', 'id-h10')
    await bring(call)
    expect(await bring(staffMessage('id-h11'))).toBe(200)
    expect(await stored()).toHaveLength(1)
    const [event] = adapter.receive(toRequest(call)).events
    const staffSince = await conversationTable(database.kysely).readStaffSince(
      event?.conversation ?? '',
    )
    expect(staffSince).not.toBeNull()
  })
}
