import { renderZalo } from '../../../src/channels/zalo/render-zalo'
import { OA } from '../../stand-ins/zalo-webhooks'
import { startZalo } from './zalo-fixture'

const toMessage = (
  payload: Record<string, unknown> | undefined,
  { account = OA, attempt = 1 } = {},
) => ({
  id: 41,
  attempt,
  channel: 'zalo',
  conversation: `zalo:${account}:2000000000000000002`,
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
    expect(zalo.platform.received).toHaveLength(1)
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
  // It is 15:53:20 in Hanoi: midnight is 8:06:40 away, and six o'clock 14:06:40.
  [-218, { code: 'person_quota_reached', policy: 'retry', retryAfterMs: 29_200_000 }],
  [-234, { code: 'not_at_night', policy: 'retry', retryAfterMs: 50_800_000 }],
  [-209, { code: 'app_unavailable', policy: 'pause', scope: 'channel' }],
  [-205, { code: 'account_unavailable', policy: 'pause', scope: 'account' }],
  [-211, { code: 'out_of_quota', policy: 'pause', scope: 'account' }],
  [-224, { code: 'account_not_entitled', policy: 'pause' }],
  [-223, { code: 'zalo_reconnect_needed', policy: 'pause', scope: 'account' }],
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

test('what failed inside Zalo is tried once more, not a third time', async () => {
  await start()
  const fault = { status: 200, body: { error: -200 } }
  zalo.platform.failNext(fault, 2)
  await expect(zalo.adapter.send(plain)).rejects.toMatchObject({ policy: 'retry' })
  const again = toMessage(plain.payload, { attempt: 2 })
  await expect(zalo.adapter.send(again)).rejects.toMatchObject({ policy: 'refuse' })
})

describe('an account that refuses buttons', () => {
  const HOUR = 3_600_000

  test('is asked once a day, not for each message', async () => {
    await start({ takesButtons: false })
    for (let time = 0; time < 3; time++) await zalo.adapter.send(withButtons)
    expect(zalo.platform.refused).toEqual([-233])
    expect(zalo.platform.received).toHaveLength(3)
    zalo.clock.now += 24 * HOUR
    await zalo.adapter.send(withButtons)
    expect(zalo.platform.refused).toEqual([-233, -233])
  })

  test('for a reason that may be one message’s own is asked again after an hour', async () => {
    await start()
    zalo.platform.failNext({ status: 200, body: { error: -201 } })
    await zalo.adapter.send(withButtons)
    await zalo.adapter.send(withButtons)
    zalo.clock.now += HOUR
    await zalo.adapter.send(withButtons)
    const hasButtons = zalo.platform.received.map(({ body }) =>
      JSON.stringify(body).includes('buttons'),
    )
    expect(hasButtons).toEqual([false, false, true])
  })

  test('is not taken for one when the text is refused as well', async () => {
    await start()
    zalo.platform.failNext({ status: 200, body: { error: -201 } }, 2)
    await zalo.adapter.send(withButtons).catch(() => {})
    await zalo.adapter.send(withButtons)
    expect(JSON.stringify(zalo.platform.received)).toContain('buttons')
  })
})

describe('several accounts', () => {
  const OTHER = '3000000000000000009'
  const connect = () => {
    zalo.platform.reconnect('refresh-of-the-other', OTHER)
    const pair = { accessToken: 'a', refreshToken: 'refresh-of-the-other', expiresAt: 0 }
    return zalo.tokens.connect(OTHER, pair)
  }

  test('each answer in their own conversations', async () => {
    await start()
    await connect()
    await zalo.adapter.send(toMessage(plain.payload, { account: OTHER }))
    await zalo.adapter.send(plain)
    expect(zalo.platform.received.map(({ oaId }) => oaId)).toEqual([OTHER, OA])
  })

  test('one in trouble is left alone for a minute, and the other goes on', async () => {
    await start()
    await connect()
    zalo.platform.failNext({ status: 200, body: { error: -211 } })
    const trouble = { code: 'out_of_quota', scope: 'account' }
    await expect(zalo.adapter.send(plain)).rejects.toMatchObject(trouble)
    await expect(zalo.adapter.send(plain)).rejects.toMatchObject(trouble)
    await zalo.adapter.send(toMessage(plain.payload, { account: OTHER }))
    zalo.clock.now += 60_000
    await expect(zalo.adapter.send(plain)).resolves.toEqual({ platformMessageId: 'zalo-out-2' })
  })
})

describe('the stand-in’s own rules', () => {
  const person = '2000000000000000002'
  const daysAgo = (days: number) => Date.now() - days * 86_400_000

  test.each<[string, () => void, object]>([
    [
      'seven days of silence',
      () => zalo.platform.conditions.interactions.set(person, daysAgo(8)),
      { code: 'outside_window', policy: 'refuse' },
    ],
    [
      'a quota that is used up, after two days of silence',
      () => {
        zalo.platform.conditions.interactions.set(person, daysAgo(3))
        zalo.platform.conditions.quotas.set(OA, 0)
      },
      { code: 'out_of_quota', policy: 'pause' },
    ],
    [
      'too many calls',
      () => {
        zalo.platform.conditions.callsLeft = 0
      },
      { code: 'rate_limited', policy: 'retry' },
    ],
    [
      'another account’s person',
      () => zalo.platform.conditions.accountOf.set(person, '3000000000000000009'),
      { code: 'person_unreachable', policy: 'refuse' },
    ],
  ])('%s', async (_, prepare, expected) => {
    await start()
    prepare()
    await expect(zalo.adapter.send(plain)).rejects.toMatchObject(expected)
  })
})
