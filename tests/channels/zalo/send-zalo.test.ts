import { renderZalo } from '../../../src/channels/zalo/render-zalo'
import { startZalo } from './zalo-fixture'

const toMessage = (payload: Record<string, unknown> | undefined) => ({
  id: 41,
  attempt: 1,
  channel: 'zalo',
  conversation: 'zalo:3000000000000000003:2000000000000000002',
  payload: payload ?? {},
})
const action = { type: 'postBack', title: 'Xem tiếp', value: 'command:more' }
const render = (actions: object[]) =>
  renderZalo(
    { type: 'message', text: 'Dạ', suggestedActions: { actions: actions as never, to: [] } },
    '2000000000000000002',
  )[0]
const plain = toMessage(render([]))
const withButtons = toMessage(render([action]))

let zalo: Awaited<ReturnType<typeof startZalo>>
const start = async (options?: Parameters<typeof startZalo>[0]) => {
  zalo = await startZalo(options)
}
afterEach(() => zalo.platform.close())

test('a message is sent with a token from the consent, and gets the platform’s id', async () => {
  await start()
  await expect(zalo.adapter.send(plain)).resolves.toEqual({ platformMessageId: 'zalo-out-1' })
  expect(zalo.platform.received[0]?.body).toEqual({
    recipient: { user_id: '2000000000000000002' },
    message: { text: 'Dạ' },
  })
})

test('buttons that the account may not send become numbered choices', async () => {
  await start({ takesButtons: false })
  await expect(zalo.adapter.send(withButtons)).resolves.toEqual({ platformMessageId: 'zalo-out-1' })
  expect(zalo.platform.refused).toEqual([-233])
  expect(zalo.platform.received[0]?.body.message).toEqual({ text: 'Dạ\n\n1. Xem tiếp' })
})

test.each([-201, -210, -233])(
  'the fallback is tried after %i, and only where there is one',
  async (error) => {
    await start()
    zalo.platform.failNext({ status: 200, body: { error, message: '' } })
    await zalo.adapter.send(withButtons)
    zalo.platform.failNext({ status: 200, body: { error, message: '' } })
    await expect(zalo.adapter.send(plain)).rejects.toMatchObject({ policy: 'refuse' })
  },
)

test('a fallback that is refused as well is given up', async () => {
  await start()
  zalo.platform.failNext({ status: 200, body: { error: -201 } }, 2)
  await expect(zalo.adapter.send(withButtons)).rejects.toMatchObject({ code: 'bad_request' })
})

test('a token that has expired is renewed once, and the message sent', async () => {
  await start()
  await zalo.adapter.send(plain)
  zalo.platform.expireAccessToken()
  await expect(zalo.adapter.send(plain)).resolves.toEqual({ platformMessageId: 'zalo-out-2' })
  expect(zalo.platform.refused).toEqual([-220])
  expect(zalo.platform.refreshes()).toBe(2)
})

test('a token that is refused again after a renewal is left for later', async () => {
  await start()
  zalo.platform.failNext({ status: 200, body: { error: -216 } }, 2)
  await expect(zalo.adapter.send(plain)).rejects.toMatchObject({
    code: 'access_token_refused',
    policy: 'retry',
  })
  expect(zalo.platform.refreshes()).toBe(2)
})

test('several messages at once with an expired token renew it once', async () => {
  await start()
  await zalo.adapter.send(plain)
  zalo.platform.expireAccessToken()
  await Promise.all([1, 2, 3, 4].map(() => zalo.adapter.send(plain)))
  expect(zalo.platform.received).toHaveLength(5)
  expect(zalo.platform.refreshes()).toBe(2)
})

test.each<[number, object]>([
  [-32, { code: 'rate_limited', policy: 'retry', retryAfterMs: 60_000 }],
  [-200, { code: 'platform_down', policy: 'retry' }],
  [-218, { code: 'person_quota_reached', policy: 'retry', retryAfterMs: 86_400_000 }],
  [-234, { code: 'not_at_night', policy: 'retry' }],
  [-205, { code: 'account_unavailable', policy: 'pause' }],
  [-211, { code: 'out_of_quota', policy: 'pause' }],
  [-224, { code: 'account_not_entitled', policy: 'pause' }],
  [-223, { code: 'account_not_entitled', policy: 'pause' }],
  [-240, { code: 'api_retired', policy: 'pause' }],
  [-242, { code: 'app_proof_refused', policy: 'pause' }],
  [-321, { code: 'billing', policy: 'pause' }],
  [-100, { code: 'bad_request', policy: 'refuse' }],
  [-213, { code: 'person_unreachable', policy: 'refuse' }],
  [-227, { code: 'person_unreachable', policy: 'refuse' }],
  [-230, { code: 'outside_window', policy: 'refuse' }],
  [-232, { code: 'outside_window', policy: 'refuse' }],
  [-248, { code: 'against_platform_policy', policy: 'refuse' }],
  [-9999, { code: 'unknown_error', policy: 'refuse' }],
])('Zalo’s error %i with HTTP 200', async (error, expected) => {
  await start()
  zalo.platform.failNext({ status: 200, body: { error, message: 'quotes the Dạ' } })
  const thrown = await zalo.adapter.send(plain).catch((caught: unknown) => caught)
  expect(thrown).toMatchObject(expected)
  expect(String((thrown as Error).cause)).not.toContain('Dạ')
})
