import { readFileSync } from 'node:fs'
import Database from 'libsql'
import {
  messengerPostback,
  messengerReferral,
  messengerStaffEcho,
  messengerText,
  messengerThreadControl,
  messengerWebhook,
} from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { zaloText, zaloWebhook } from '../stand-ins/zalo-webhooks'
import { SECRETS, startProgram } from './start-program'
import { until } from './until'

jest.setTimeout(60_000)

let program: Awaited<ReturnType<typeof startProgram>>

beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program.stop())
beforeEach(() => {
  program.messenger.received.length = 0
  program.zalo.received.length = 0
})

const textsOf = (calls: readonly { body: unknown }[]) =>
  calls.map(({ body }) => JSON.stringify(body))

function rowsOf(table: string): number {
  const database = new Database(program.databasePath, { readonly: true })
  const [row] = database.prepare(`select count(*) as count from ${table}`).all() as {
    count: number
  }[]
  database.close()
  return row?.count ?? -1
}

describe('Messenger, from the signed webhook to the reply', () => {
  const webhook = () => `${program.url}/webhooks/messenger`
  const say = (text: string, mid: string, person = '2000002') =>
    messengerWebhook([messengerText(text, { mid, person })], SECRETS.appSecret)

  test('answers a question with its source', async () => {
    const response = await deliver(webhook(), say('chip có theo dõi mình không', 'm_1'))
    expect(response.status).toBe(200)
    await until('the reply', () => textsOf(program.messenger.received).join().includes('1579-CV'))
    expect(textsOf(program.messenger.received).join()).toContain('Không')
    expect(program.messenger.refused).toEqual([])
  })

  test('follows a tapped button', async () => {
    const tap = { title: 'Xem các mục', payload: 'command:menu' }
    const call = messengerWebhook([messengerPostback(tap, { mid: 'm_2' })], SECRETS.appSecret)
    await deliver(webhook(), call)
    await until('the menu', () =>
      textsOf(program.messenger.received).join().includes('Bác muốn hỏi việc gì'),
    )
  })

  test('shows that it is writing', async () => {
    program.messenger.actions.length = 0
    await deliver(webhook(), say('xin chào', 'm_typing', '2000004'))
    await until('the actions', () =>
      ['mark_seen', 'typing_on'].every((action) =>
        textsOf(program.messenger.actions).join().includes(action),
      ),
    )
  })

  test('answers with the topic of the link that brought a person, known or new', async () => {
    const referral = { ref: 'chip-no-tracking', source: 'SHORTLINK', type: 'OPEN_THREAD' }
    const known = messengerReferral(referral, { person: '2000005' })
    const start = { title: 'Bắt đầu', payload: 'command:start', referral }
    const fresh = messengerPostback(start, { mid: 'm_start', person: '2000006' })
    for (const item of [known, fresh]) {
      program.messenger.received.length = 0
      await deliver(webhook(), messengerWebhook([item], SECRETS.appSecret))
      await until('the topic', () => textsOf(program.messenger.received).join().includes('1579-CV'))
    }
  })

  test.each([
    ['write in the page’s inbox', messengerStaffEcho],
    [
      'take it by Conversation Routing',
      (origin: { person: string }) => messengerThreadControl('take', origin),
    ],
  ])('keeps silent where staff %s, until they give the conversation back', async (name, take) => {
    const person = `300${name.length}`
    const bring = (...items: object[]) =>
      deliver(webhook(), messengerWebhook(items, SECRETS.appSecret))
    await bring(take({ person }))
    await bring(messengerText('chip có theo dõi mình không', { mid: `m_s1_${person}`, person }))
    const silent = 'loa_turns_total{channel="messenger",kind="with_staff"}'
    await until('the silent turn', async () =>
      (await (await fetch(`${program.url}/metrics`)).text()).includes(silent),
    )
    // What the case before was answered may still be on its way.
    const sent = () => textsOf(program.messenger.received).filter((body) => body.includes(person))
    expect(sent()).toEqual([])
    await bring(messengerThreadControl('pass', { person }))
    await bring(messengerText('chip có theo dõi mình không', { mid: `m_s2_${person}`, person }))
    await until('the reply', () => sent().length > 0)
    expect(program.messenger.refused).toEqual([])
  })

  test('answers the same message once, however often it comes', async () => {
    const call = say('cmnd con dung duoc khong', 'm_3', '2000003')
    for (let time = 0; time < 3; time++) expect((await deliver(webhook(), call)).status).toBe(200)
    await until('the reply', () => program.messenger.received.length > 0)
    const count = program.messenger.received.length
    await deliver(webhook(), say('cảm ơn', 'm_4', '2000003'))
    await until('the second reply', () => program.messenger.received.length > count)
    const first = textsOf(program.messenger.received.slice(0, count))
    expect(new Set(first).size).toBe(count)
  })

  test('refuses a wrong signature and changes nothing', async () => {
    const before = rowsOf('inbox')
    const forged = messengerWebhook([messengerText('chào', { mid: 'm_5' })], 'another_secret_0123')
    expect((await deliver(webhook(), forged)).status).toBe(401)
    const { rawBody } = say('chào', 'm_6')
    expect((await deliver(webhook(), { rawBody, headers: {} })).status).toBe(401)
    expect(rowsOf('inbox')).toBe(before)
    expect(program.messenger.received).toEqual([])
  })

  test('verifies its address', async () => {
    const ask = (token: string) =>
      fetch(`${webhook()}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`)
    expect(await (await ask(SECRETS.verifyToken)).text()).toBe('1158201444')
    expect((await ask('wrong')).status).toBe(403)
  })

  test('refuses a body over a megabyte and one that is no JSON', async () => {
    const huge = { rawBody: Buffer.alloc(1024 * 1024 + 1, 32), headers: {} }
    expect((await deliver(webhook(), huge)).status).toBe(413)
  })

  test('tries again when the platform fails, and keeps the order', async () => {
    program.messenger.failNext({ status: 500 })
    await deliver(webhook(), say('mã qr có những gì', 'm_7', '2000007'))
    await deliver(webhook(), say('cảm ơn nhé', 'm_8', '2000007'))
    await until('both replies', () => program.messenger.received.length >= 2)
    expect(textsOf(program.messenger.received)[0]).toContain('QR')
  })
})

describe('Zalo, from the signed webhook to the reply', () => {
  const webhook = () => `${program.url}/webhooks/zalo`
  const signer = { appId: SECRETS.appId, oaSecret: SECRETS.oaSecret }
  const say = (text: string, msgId: string) =>
    zaloWebhook(zaloText(text, { msgId, person: '4356639876691778517' }), signer)

  test('answers a question without diacritics, with buttons', async () => {
    expect((await deliver(webhook(), say('chip co theo doi minh khong', 'z1'))).status).toBe(200)
    await until('the reply', () => program.zalo.received.length > 0)
    const [reply] = textsOf(program.zalo.received)
    expect(reply).toContain('1579-CV')
    expect(reply).toContain('"user_id":"4356639876691778517"')
    expect(reply).toContain('oa.query.hide')
    expect(program.zalo.refreshes()).toBe(1)
  })

  test('takes a hidden button for what it is', async () => {
    await deliver(webhook(), say('#loa:topic:qr-fields', 'z2'))
    await until('the answer', () => textsOf(program.zalo.received).join().includes('QR'))
  })

  test('renews an expired token once and sends', async () => {
    const before = program.zalo.refreshes()
    program.zalo.expireAccessToken()
    await deliver(webhook(), say('cảm ơn', 'z3'))
    await until('the reply', () => program.zalo.received.length > 0)
    expect(program.zalo.refreshes()).toBe(before + 1)
  })

  test('refuses a wrong signature and changes nothing', async () => {
    const before = rowsOf('inbox')
    const forged = zaloWebhook(zaloText('chào', { msgId: 'z4' }), { ...signer, oaSecret: 'wrong' })
    expect((await deliver(webhook(), forged)).status).toBe(401)
    expect(rowsOf('inbox')).toBe(before)
  })
})

test('numbers that a citizen sends stand nowhere in the database, while the reply warns', async () => {
  const call = messengerWebhook(
    [messengerText('số cccd em là 001099087654 nhé', { mid: 'm_20', person: '2000020' })],
    SECRETS.appSecret,
  )
  await deliver(`${program.url}/webhooks/messenger`, call)
  await until('the warning', () => textsOf(program.messenger.received).join().includes('đã che'))
  for (const file of [program.databasePath, `${program.databasePath}-wal`]) {
    expect(readFileSync(file).includes('001099087654')).toBe(false)
  }
})

describe('the other addresses', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${program.url}${path}`, { headers, redirect: 'manual' })

  test('health, readiness and metrics', async () => {
    expect((await get('/healthz')).status).toBe(200)
    expect(await (await get('/readyz')).json()).toEqual({
      ready: true,
      checks: { database: true, knowledge: true, workers: true },
      knowledge: {
        revision: 1,
        newest: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        publishedAt: expect.any(String),
        files: 'served',
        problems: [],
      },
    })
    expect(await (await get('/metrics')).text()).toContain('loa_turns_total')
  })

  test('a topic page answers without the bot; an unknown one says so', async () => {
    const page = await (await get('/t/chip-no-tracking')).text()
    expect(page).toContain('1579-CV/BTGTU')
    expect((await get('/t/nothing-here')).status).toBe(404)
  })

  test('the Emulator is refused unless it is enabled', async () => {
    const response = await fetch(`${program.url}/api/messages`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(403)
  })
})
