import { inspect } from 'node:util'
import { ZaloBotAdapter } from '../../../src/channels/zalo-bot/zalo-bot-adapter'
import { SendError } from '../../../src/delivery/send-error'
import type { Fault } from '../../stand-ins/fault-line'
import { SETTINGS, startZaloBot } from './zalo-bot-fixture'

const message = {
  id: 41,
  attempt: 1,
  channel: 'zalo-bot',
  conversation: 'zalo-bot:bot:6ede9afa66b88fe6aa01',
  payload: { chat_id: '6ede9afa66b88fe6aa01', text: 'Dạ' },
}

const refused = { code: 'unknown_error', policy: 'refuse' }
const down = { code: 'platform_down', policy: 'retry' }
const unreadable = { code: 'unreadable_answer', policy: 'retry' }
const inSevenSeconds = { code: 'rate_limited', policy: 'retry', retryAfterMs: 7000 }

let bot: Awaited<ReturnType<typeof startZaloBot>>
beforeEach(async () => {
  bot = await startZaloBot()
})
afterEach(() => bot.platform.close())

const failOf = async (adapter: ZaloBotAdapter) => {
  const error = await adapter.send(message).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(SendError)
  // With causes and every property, as a log might write it.
  expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/12345689|abc-xyz|Dạ|6ede9a/)
  return error
}

test('a message is sent, and gets the platform’s id', async () => {
  await expect(bot.adapter.send(message)).resolves.toEqual({ platformMessageId: 'zalo-bot-out-1' })
  expect(bot.platform.received[0]?.body).toEqual(message.payload)
})

test('an address of the API may end in a slash', async () => {
  const adapter = new ZaloBotAdapter({ ...SETTINGS, apiUrl: `${bot.platform.url}/` })
  await expect(adapter.send(message)).resolves.toEqual({ platformMessageId: 'zalo-bot-out-1' })
})

test('a message that was taken without an id has none', async () => {
  bot.platform.failNext({ status: 200, body: { ok: true } })
  await expect(bot.adapter.send(message)).resolves.toEqual({})
})

test('a token that was reset pauses the channel', async () => {
  const adapter = new ZaloBotAdapter({ ...SETTINGS, token: 'old', apiUrl: bot.platform.url })
  expect(await failOf(adapter)).toMatchObject({ code: 'bot_token_refused', policy: 'pause' })
  expect(bot.platform.refused).toEqual([401])
})

describe('the platform’s error', () => {
  const rules: [number, object][] = [
    [400, { code: 'bad_request', policy: 'refuse' }],
    [401, { code: 'bot_token_refused', policy: 'pause' }],
    [403, { code: 'platform_down', policy: 'retry' }],
    [404, { code: 'not_found', policy: 'refuse' }],
    [408, { code: 'platform_down', policy: 'retry' }],
    [429, { code: 'rate_limited', policy: 'retry', retryAfterMs: 60_000 }],
    [500, { code: 'platform_down', policy: 'retry' }],
    [413, { code: 'request_refused', policy: 'refuse' }],
  ]
  test.each(rules)('%i, with that HTTP status or with 200', async (error_code, expected) => {
    const description = `https://bot-api.example.vn/bot${SETTINGS.token}/sendMessage of Dạ`
    for (const status of [200, error_code]) {
      bot.platform.failNext({ status, body: { ok: false, error_code, description } })
      expect(await failOf(bot.adapter)).toMatchObject(expected)
    }
  })

  test.each<[string, Fault, object]>([
    ['a code of another kind', { status: 200, body: { ok: false, error_code: -216 } }, refused],
    ['the same with 502', { status: 502, body: { ok: false, error_code: -216 } }, down],
    ['a code that is no code', { status: 200, body: { error_code: SETTINGS.token } }, unreadable],
    ['no code at all', { status: 200, body: { ok: false } }, unreadable],
    ['a success that is an error', { status: 500, body: { ok: true } }, down],
    ['a pause that is asked for', { status: 429, headers: { 'retry-after': '7' } }, inSevenSeconds],
  ])('%s', async (_, fault, expected) => {
    bot.platform.failNext(fault)
    expect(await failOf(bot.adapter)).toMatchObject(expected)
  })
})

describe('no error tells the token', () => {
  test('of a server that is gone', async () => {
    await bot.platform.close()
    const error = await failOf(bot.adapter)
    expect(error).toMatchObject({ code: 'network_error', policy: 'retry' })
    expect(String((error as SendError).cause)).toContain('ECONNREFUSED')
  })

  test('of an address that cannot be called, which the runtime quotes', async () => {
    const adapter = new ZaloBotAdapter({ ...SETTINGS, apiUrl: 'http://user:word@127.0.0.1:1' })
    expect(await failOf(adapter)).toMatchObject({ code: 'network_error', policy: 'retry' })
  })

  test('of a redirect, which is not followed', async () => {
    const location = `/bot${SETTINGS.token}/sendMessage`
    bot.platform.failNext({ status: 307, headers: { location } })
    expect(await failOf(bot.adapter)).toMatchObject({ code: 'network_error' })
    expect(bot.platform.received).toEqual([])
  })

  test('of a dropped connection', async () => {
    bot.platform.failNext({ reset: true })
    expect(await failOf(bot.adapter)).toMatchObject({ code: 'network_error', policy: 'retry' })
  })
})
