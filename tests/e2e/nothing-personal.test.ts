import { messengerPostback, messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver, type WebhookCall } from '../stand-ins/webhook-call'
import { startZaloBotPlatform, type ZaloBotPlatform } from '../stand-ins/zalo-bot-platform'
import { zaloBotUpdate, zaloBotWebhook } from '../stand-ins/zalo-bot-webhooks'
import { zaloText, zaloWebhook } from '../stand-ins/zalo-webhooks'
import { describeOnEachDatabase } from '../storage/databases'
import { readEverything } from '../storage/read-everything'
import { findPlanted, type Planted, plantValues } from './planted-values'
import { isBuilt, type SpawnedProgram, spawnProgram } from './spawn-program'
import { SECRETS, startPlatforms, toEnvironment } from './start-program'
import { until } from './until'

const MESSAGES = Number(process.env.PLANTED ?? 200)
/** Replies that the platform refuses. */
const REFUSED = 5
/** Of one person, below what counts as a flood. */
const EACH = 8
const ZALO_BOT = { token: '12345689:abc-xyz', secret: 'secret-of-the-webhook' }

jest.setTimeout(600_000)

const describeIf = isBuilt ? describeOnEachDatabase : () => {}
if (!isBuilt) test.skip('nothing personal is written: not built, npm run build', () => {})

describeIf('nothing personal is written', (use) => {
  let platforms: Awaited<ReturnType<typeof startPlatforms>>
  let zaloBot: ZaloBotPlatform
  let program: SpawnedProgram

  beforeEach(async () => {
    platforms = await startPlatforms()
    zaloBot = await startZaloBotPlatform(ZALO_BOT)
    program = await spawnProgram({
      ...toEnvironment(platforms.messenger.url, platforms.zalo.url, use.server.url),
      LOG_LEVEL: 'trace',
      ZALO_BOT_TOKEN: ZALO_BOT.token,
      ZALO_BOT_SECRET: ZALO_BOT.secret,
      ZALO_BOT_API_URL: zaloBot.url,
    })
  })
  afterEach(async () => {
    await program.kill('SIGKILL')
    await Promise.all([platforms.close(), zaloBot.close()])
  })

  const person = (index: number) => `5${String(Math.floor(index / 4 / EACH)).padStart(6, '0')}`
  const passes = new Map<string, string>()

  /** The same message on one platform after the other; on Messenger by a button's title now and then. */
  const WAYS: ((said: string, index: number) => Promise<Response>)[] = [
    (said, index) => {
      const origin = { mid: `m_${index}`, person: person(index) }
      const item =
        index % 40 === 0
          ? messengerPostback({ title: said, payload: said }, origin)
          : messengerText(said, origin)
      return send('messenger', messengerWebhook([item], SECRETS.appSecret))
    },
    (said, index) =>
      send(
        'zalo',
        zaloWebhook(zaloText(said, { msgId: `z_${index}`, person: person(index) }), {
          appId: SECRETS.appId,
          oaSecret: SECRETS.oaSecret,
        }),
      ),
    (said, index) => {
      const id = person(index)
      const update = zaloBotUpdate('text', {
        text: said,
        message_id: `b_${index}`,
        from: { id, display_name: 'Ted', is_bot: false },
        chat: { id, chat_type: 'PRIVATE' },
      })
      return send('zalo-bot', zaloBotWebhook(update, ZALO_BOT.secret))
    },
    async (said, index) => {
      const who = person(index)
      if (!passes.has(who)) {
        const page = await fetch(`${program.url}/`)
        passes.set(who, page.headers.get('set-cookie')?.split(';')[0] ?? '')
      }
      return fetch(`${program.url}/api/web/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: program.url,
          cookie: passes.get(who) ?? '',
        },
        body: JSON.stringify({
          id: `planted-message-${String(index).padStart(6, '0')}`,
          text: said,
        }),
      })
    },
  ]
  const send = (channel: string, call: WebhookCall) =>
    deliver(`${program.url}/webhooks/${channel}`, call)

  async function countPending(): Promise<number> {
    const pending = async (table: 'inbox' | 'outbox') =>
      use.database.kysely
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('status', '=', 'pending')
        .executeTakeFirstOrThrow()
    return Number((await pending('inbox')).count) + Number((await pending('outbox')).count)
  }

  test(`${MESSAGES} messages with numbers, passwords and tokens leave none of them anywhere`, async () => {
    const planted = plantValues(MESSAGES)
    const brought: string[] = []
    // Failures are what comes to the log: some of the replies are refused.
    for (let time = 0; time < REFUSED; time += 1) platforms.messenger.failNext({ status: 400 })
    for (const [index, { said }] of planted.entries()) {
      const response = await WAYS[index % WAYS.length]?.(said, index)
      expect([index, response?.status]).toEqual([index, 200])
      brought.push(JSON.stringify(said))
    }
    await until('everything to be answered', async () => (await countPending()) === 0, 300_000)
    const answered = platforms.messenger.received.length + platforms.zalo.received.length

    // What looks for them finds all of them in what was brought.
    const all = planted.map(({ value }) => value)
    expect(findPlanted(brought.join('\n'), planted)).toEqual(all)

    const metrics = await (await fetch(`${program.url}/metrics`)).text()
    const stored = await readEverything(use.database, use.server.url)
    const said = JSON.stringify([
      platforms.messenger.received,
      platforms.zalo.received,
      zaloBot.received,
    ])
    const places = { stored: stored.toString(), logged: program.output(), metrics, said }
    const found = (value: string): string[] => findPlanted(value, planted as Planted[])
    expect(
      Object.fromEntries(Object.entries(places).map(([place, text]) => [place, found(text)])),
    ).toEqual({ stored: [], logged: [], metrics: [], said: [] })
    expect(answered).toBeGreaterThanOrEqual(MESSAGES / 2 - REFUSED)
    if (process.env.PLANTED) {
      const sizes = Object.entries(places).map(([place, text]) => `${place} ${text.length}`)
      process.stderr.write(
        `${use.database.dialect}: ${MESSAGES} values, ${answered} replies; characters: ${sizes.join(', ')}\n`,
      )
    }
  })
})
