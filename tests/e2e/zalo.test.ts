import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import Database from 'libsql'
import { createConsentLink } from '../../src/channels/zalo/zalo-consent'
import { deliver } from '../stand-ins/webhook-call'
import { OA, zaloEcho, zaloStaffText, zaloText, zaloWebhook } from '../stand-ins/zalo-webhooks'
import { SECRETS, startProgram } from './start-program'
import { until } from './until'

jest.setTimeout(60_000)

const SIGNER = { appId: SECRETS.appId, oaSecret: SECRETS.oaSecret }
const OTHER = '3000000000000000009'

let program: Awaited<ReturnType<typeof startProgram>>
let count = 0

beforeAll(async () => {
  program = await startProgram({
    PUBLIC_URL: 'https://loa.example.vn',
    LOA_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    ZALO_OA_ID: OA,
    ZALO_DOMAIN_VERIFICATION: 'Abc_123',
  })
})
afterAll(() => program.stop())
beforeEach(() => {
  program.zalo.received.length = 0
})

const send = async (event: Record<string, unknown>) => {
  const call = zaloWebhook(event, SIGNER)
  expect((await deliver(`${program.url}/webhooks/zalo`, call)).status).toBe(200)
}
const say = (text: string, person: string, timestamp = String(Date.now())) =>
  send(zaloText(text, { msgId: `msg-${++count}`, person, timestamp }))
const repliesTo = (person: string) =>
  program.zalo.received.filter(({ body }) => JSON.stringify(body).includes(person))
const replied = (person: string) => until('a reply', () => repliesTo(person).length > 0)
const databaseHolds = (text: string) =>
  [program.databasePath, `${program.databasePath}-wal`].some((file) =>
    readFileSync(file).includes(text),
  )

test('its own messages coming back neither wake nor silence it', async () => {
  const person = '2000000000000000101'
  await say('chip có theo dõi mình không', person)
  await replied(person)
  const own = [...program.zalo.received]
  for (const call of own) await send(zaloEcho(call))
  await say('mã qr có những gì', person)
  await until('the second reply', () => JSON.stringify(repliesTo(person)).includes('QR'))
  expect(program.zalo.refused).toEqual([])
})

test('it is silent where staff write, and nowhere else', async () => {
  const [withStaff, alone] = ['2000000000000000102', '2000000000000000103']
  const typed = zaloStaffText('Dạ em là Tũn Xoắn', { msgId: 's1', person: withStaff })
  await send({ ...typed, timestamp: String(Date.now()) })
  await say('chip có theo dõi mình không', withStaff)
  await say('chip có theo dõi mình không', alone)
  await replied(alone)
  await setTimeout(300)
  expect(repliesTo(withStaff)).toEqual([])
  expect(databaseHolds('Tũn Xoắn')).toBe(false)
})

test('a person who withdraws is forgotten, also while staff have the conversation', async () => {
  const person = '2000000000000000104'
  await say('nhà tôi ở ngõ Tạm Thương', person)
  await replied(person)
  expect(databaseHolds('ngõ Tạm Thương')).toBe(true)
  await send(zaloStaffText('a', { msgId: 's2', person, timestamp: String(Date.now()) }))
  await send({
    event_name: 'user_withdraw',
    oa_id: OA,
    user_id: person,
    timestamp: String(Date.now()),
  })
  await until('the row without its text', async () => {
    const metrics = await (await fetch(`${program.url}/metrics`)).text()
    return /loa_turns_total\{channel="zalo",kind="answer"\} [2-9]/.test(metrics)
  })
  const rows = readTexts(person)
  expect(rows.join()).not.toContain('Tạm Thương')
  expect(repliesTo(person)).toHaveLength(1)
})

test('a form with personal data is acknowledged and stored nowhere', async () => {
  await send({
    event_name: 'user_submit_info',
    sender: { id: '2000000000000000105' },
    recipient: { id: OA },
    info: { name: 'Trần Xoắn Tít', phone: '84912345678', address: 'phố Xoắn Tít' },
  })
  expect(databaseHolds('Xoắn Tít')).toBe(false)
})

test('a second account is connected by its admin’s consent and answers with its own token', async () => {
  const link = createConsentLink(
    {
      appId: SECRETS.appId,
      appSecret: SECRETS.zaloSecret,
      oauthUrl: program.zalo.url,
    },
    { publicUrl: program.url, now: Date.now() },
  ).link
  const page = await fetch(program.zalo.consent(link, OTHER))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`Đã kết nối OA số ${OTHER}`)
  const person = '2000000000000000106'
  const text = zaloText('chip có theo dõi mình không', { msgId: 'other-1', person })
  await send({ ...text, recipient: { id: OTHER } })
  await replied(person)
  expect(repliesTo(person)[0]?.oaId).toBe(OTHER)
  for (const secret of ['access-', 'refresh-', SECRETS.refreshToken]) {
    expect(databaseHolds(`"${secret}`)).toBe(false)
  }
})

test('an account that nobody has connected is told to the operator', async () => {
  const person = '2000000000000000107'
  const unknown = '3000000000000000010'
  const text = zaloText('chào', { msgId: 'unknown-1', person })
  await send({ ...text, recipient: { id: unknown } })
  await until('the alert', async () => {
    const readiness = (await (await fetch(`${program.url}/readyz`)).json()) as {
      disconnected?: object
    }
    return JSON.stringify(readiness.disconnected) === JSON.stringify({ zalo: [unknown] })
  })
  const metrics = await (await fetch(`${program.url}/metrics`)).text()
  expect(metrics).toContain('loa_accounts_disconnected 1')
  await say('mã qr có những gì', '2000000000000000108')
  await replied('2000000000000000108')
})

test('Zalo finds its mark in a file and on the first page', async () => {
  const mark = '<meta name="zalo-platform-site-verification" content="Abc_123" />'
  for (const path of ['/zalo_verifierAbc_123.html', '/']) {
    expect(await (await fetch(program.url + path)).text()).toContain(mark)
  }
  expect((await fetch(`${program.url}/zalo_verifierOther.html`)).status).toBe(404)
})

function readTexts(person: string): string[] {
  const database = new Database(program.databasePath, { readonly: true })
  const rows = database
    .prepare('select activity as text from inbox where conversation like ?')
    .all(`%${person}`) as { text: string }[]
  database.close()
  return rows.map(({ text }) => text)
}
