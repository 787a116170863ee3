import { MessengerAdapter } from '../../../src/channels/messenger/messenger-adapter'
import { MESSENGER_ERRORS } from '../../../src/channels/messenger/messenger-errors'
import { SETTINGS, startMessenger } from './messenger-fixture'

const message = {
  id: 41,
  attempt: 1,
  channel: 'messenger',
  conversation: 'messenger:1000001:2000002',
  payload: { recipient: { id: '2000002' }, messaging_type: 'RESPONSE', message: { text: 'Dạ' } },
}

let messenger: Awaited<ReturnType<typeof startMessenger>>
beforeEach(async () => {
  messenger = await startMessenger()
})
afterEach(() => messenger.platform.close())

test('a message is sent with our mark, and gets the platform’s id', async () => {
  await expect(messenger.adapter.send(message)).resolves.toEqual({ platformMessageId: 'm_out_1' })
  expect(messenger.platform.received[0]?.body).toEqual({
    ...message.payload,
    message: { text: 'Dạ', metadata: 'loa:41' },
  })
})

test('the address of the API may name its version', async () => {
  const apiUrl = `${messenger.platform.url}/v26.0/`
  await new MessengerAdapter({ ...SETTINGS, apiUrl }).send(message)
  expect(messenger.platform.received).toHaveLength(1)
})

test.each([
  ['another token', { pageToken: 'EAAother' }, { code: 'page_token_refused', policy: 'pause' }],
  [
    'another app secret',
    { appSecrets: ['other'] as [string] },
    { code: 'app_secret_refused', policy: 'pause' },
  ],
])('%s is refused', async (_, change, error) => {
  const adapter = new MessengerAdapter({ ...SETTINGS, apiUrl: messenger.platform.url, ...change })
  await expect(adapter.send(message)).rejects.toMatchObject(error)
  expect(messenger.platform.received).toEqual([])
})

test.each<[string, number, object]>([
  ['1', 500, { code: 'platform_down', policy: 'retry' }],
  ['2', 500, { code: 'platform_down', policy: 'retry' }],
  ['2/2018344', 400, { code: 'bad_request', policy: 'refuse' }],
  ['4', 400, { code: 'rate_limited', policy: 'retry', retryAfterMs: 60_000 }],
  ['613', 400, { code: 'rate_limited', policy: 'retry', retryAfterMs: 60_000 }],
  ['613/1893016', 400, { code: 'slow_down', policy: 'retry', retryAfterMs: 300_000 }],
  ['613/999', 400, { code: 'rate_limited', policy: 'retry' }],
  ['32', 400, { code: 'rate_limited', policy: 'retry' }],
  ['80006', 400, { code: 'rate_limited', policy: 'retry' }],
  ['102', 400, { code: 'page_token_refused', policy: 'pause' }],
  ['190', 401, { code: 'page_token_refused', policy: 'pause' }],
  ['190/460', 400, { code: 'page_token_refused', policy: 'pause' }],
  ['200', 403, { code: 'permission_lost', policy: 'pause' }],
  ['200/2018028', 403, { code: 'app_not_live', policy: 'pause' }],
  ['368', 400, { code: 'page_restricted', policy: 'pause' }],
  ['10/1893063', 400, { code: 'page_restricted', policy: 'pause' }],
  ['10', 403, { code: 'not_permitted', policy: 'refuse' }],
  ['10/2018278', 400, { code: 'outside_window', policy: 'refuse' }],
  ['10/2018300', 400, { code: 'thread_owned_by_other', policy: 'refuse' }],
  ['200/1545041', 403, { code: 'person_unreachable', policy: 'refuse' }],
  ['551', 400, { code: 'person_unreachable', policy: 'refuse' }],
  ['100/2018001', 400, { code: 'person_unreachable', policy: 'refuse' }],
  ['100', 400, { code: 'bad_request', policy: 'refuse' }],
  ['100/2018321', 400, { code: 'automation_in_progress', policy: 'retry', retryAfterMs: 60_000 }],
  ['9000001', 400, { code: 'already_gone', policy: 'refuse' }],
  ['99999', 400, { code: 'request_refused', policy: 'refuse' }],
  ['99999', 500, { code: 'platform_down', policy: 'retry' }],
  ['constructor', 400, { code: 'request_refused', policy: 'refuse' }],
])('Meta’s error %s with HTTP %i', async (key, status, error) => {
  const [code, subcode] = key.split('/').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  const body = { error: { message: '(#) quotes the Dạ', code, error_subcode: subcode } }
  messenger.platform.failNext({ status, body })
  const thrown = await messenger.adapter.send(message).catch((caught: unknown) => caught)
  expect(thrown).toMatchObject(error)
  expect(String((thrown as Error).cause)).not.toContain('Dạ')
})

test('every finer error belongs to a code', () => {
  const codes = [...MESSENGER_ERRORS.keys()]
  expect(codes.filter((code) => !/^\d+(\/\d+)?$/.test(code))).toEqual([])
})

test('a pause that Meta asks for is kept', async () => {
  const body = { error: { code: 4 } }
  messenger.platform.failNext({ status: 400, body, headers: { 'retry-after': '7' } })
  await expect(messenger.adapter.send(message)).rejects.toMatchObject({ retryAfterMs: 7000 })
})

test('an error that says the message went out is none', async () => {
  const body = { error: { code: 1, error_subcode: 1357046 } }
  messenger.platform.failNext({ status: 500, body })
  await expect(messenger.adapter.send(message)).resolves.toEqual({})
})

describe('a platform that keeps to its documents', () => {
  const HOUR_MS = 3_600_000

  async function sendTo(
    options: Parameters<typeof startMessenger>[0],
    prepare: (platform: (typeof messenger)['platform']) => void,
    times = 1,
  ) {
    const { platform, adapter } = await startMessenger(options)
    prepare(platform)
    try {
      for (let time = 1; time < times; time++) await adapter.send(message)
      await adapter.send(message)
      return 'sent'
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await platform.close()
    }
  }

  test('takes a message within 24 hours of the person’s last word, and none later', async () => {
    const hours = (count: number) =>
      sendTo({ hasWindow: true }, (platform) =>
        platform.hear('2000002', Date.now() - count * HOUR_MS),
      )
    expect(await hours(23)).toBe('sent')
    expect(await hours(24)).toBe('outside_window')
    expect(await sendTo({ hasWindow: true }, () => {})).toBe('outside_window')
  })

  test('takes none while another app has the conversation', async () => {
    expect(await sendTo({}, (platform) => platform.takeThread('2000002'))).toBe(
      'thread_owned_by_other',
    )
    const givenBack = (platform: (typeof messenger)['platform']) => {
      platform.takeThread('2000002')
      platform.takeThread('2000002', false)
    }
    expect(await sendTo({}, givenBack)).toBe('sent')
  })

  test('takes so many a second and no more', async () => {
    expect(await sendTo({ callsPerSecond: 3 }, () => {}, 3)).toBe('sent')
    expect(await sendTo({ callsPerSecond: 3 }, () => {}, 4)).toBe('rate_limited')
  })
})
