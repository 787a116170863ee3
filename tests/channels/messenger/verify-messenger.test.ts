import { MessengerAdapter } from '../../../src/channels/messenger/messenger-adapter'
import {
  messengerText,
  messengerWebhook,
  signMessenger,
  toMetaJson,
} from '../../stand-ins/messenger-webhooks'
import { toRequest } from '../to-request'
import { SETTINGS } from './messenger-fixture'

const adapter = new MessengerAdapter(SETTINGS)
const [secret, secretBefore] = SETTINGS.appSecrets

describe('a signature', () => {
  const rawBody = Buffer.from(
    String.raw`{"object":"page","entry":[{"id":"1000001","time":1790000000000,"messaging":[{"sender":{"id":"2000002"},"recipient":{"id":"1000001"},"timestamp":1789999999500,"message":{"mid":"m_demo_1","text":"Xin ch\u00e0o, \u0111\u01a1n 50\u0025 https:\/\/x.vn \ud83d\ude00"}}]}]}`,
  )
  const signature = 'sha256=96da0e99285b09f41cf0b6c2c2c3d1332961eda15662b33cf9f3b9d8993433e9'
  const receive = (body: Buffer, header: string) =>
    adapter.receive(toRequest({ rawBody: body, headers: { 'x-hub-signature-256': header } }))

  test('over the bytes as Meta sends them is accepted', () => {
    expect(rawBody).toHaveLength(266)
    const { status, events } = receive(rawBody, signature)
    expect(status).toBe(200)
    expect(events[0]).toMatchObject({
      eventId: 'm_demo_1',
      conversation: 'messenger:1000001:2000002',
      occurredAt: 1789999999500,
      activity: { text: 'Xin chào, đơn 50% https://x.vn 😀' },
    })
  })

  test('does not fit the same body written again', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(rawBody.toString())))
    expect(receive(again, signature).status).toBe(401)
    const own = 'sha256=8f04990e2f2c165f4c4e3de5ff943c14dbdc621ae53503b8a2d2a5c6b5c185e0'
    expect(receive(again, own).status).toBe(200)
    expect(receive(rawBody, own).status).toBe(401)
  })

  test.each([
    ['sha1', 'sha1=7f12affb39e0a5845567754c20a2586438ed8140'],
    ['no prefix', signature.slice(7)],
    ['upper case', signature.toUpperCase()],
    ['letters that are no hex', `sha256=${'x'.repeat(64)}`],
    ['one sign more', `${signature}0`],
    ['another secret', signMessenger(rawBody, 'not ours')],
  ])('is refused: %s', (_, header) => {
    expect(receive(rawBody, header)).toMatchObject({ status: 401, events: [] })
  })

  test('with the secret before the last is accepted, so that a secret can be changed', () => {
    expect(receive(rawBody, signMessenger(rawBody, secretBefore)).status).toBe(200)
  })

  test('of the stand-in is the platform’s', () => {
    expect(toMetaJson(JSON.parse(rawBody.toString()))).toBe(rawBody.toString())
    const call = messengerWebhook(
      [messengerText('Xin chào, đơn 50% https://x.vn 😀', { mid: 'm_demo_1' })],
      secret,
    )
    expect(call.headers['x-hub-signature-256']).toBe(signature)
  })
})

describe('the check of the address', () => {
  const good = {
    'hub.mode': 'subscribe',
    'hub.verify_token': SETTINGS.verifyToken,
    'hub.challenge': '1158201444',
  }
  const check = (query: Record<string, string>) =>
    adapter.receive({ method: 'GET', query, headers: {}, rawBody: Buffer.alloc(0) })

  test('is answered with the challenge', () => {
    expect(check(good)).toMatchObject({ status: 200, body: '1158201444', events: [] })
  })

  test.each([
    ['another token', { ...good, 'hub.verify_token': 'their verify token' }],
    ['a longer token', { ...good, 'hub.verify_token': `${SETTINGS.verifyToken}!` }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { ...good, 'hub.mode': 'unsubscribe' }],
    ['a challenge that is a script', { ...good, 'hub.challenge': '<script>1</script>' }],
    ['nothing', {}],
  ])('is refused with 403: %s', (_, query) => {
    expect(check(query)).toMatchObject({ status: 403, events: [], ignored: ['bad_signature'] })
  })
})
