import { ZaloAdapter } from '../../../src/channels/zalo/zalo-adapter'
import { createZaloTokens } from '../../../src/channels/zalo/zalo-tokens'
import { OA, signZalo, zaloCall, zaloText, zaloWebhook } from '../../stand-ins/zalo-webhooks'
import { toRequest } from '../to-request'
import { createMemoryTokenStore } from './memory-token-store'
import { SETTINGS, SIGNER } from './zalo-fixture'

const { store } = createMemoryTokenStore()
const tokens = createZaloTokens({ store, settings: SETTINGS, now: Date.now })
const adapter = new ZaloAdapter(SETTINGS, { tokens, now: Date.now })
const timestamp = '1760000000123'
const rawBody = Buffer.from(
  '{"app_id":"1000000000000000001","sender":{"id":"2000000000000000002"},"user_id_by_app":"4000000000000000004","recipient":{"id":"3000000000000000003"},"event_name":"user_send_text","message":{"text":"Xin chào","msg_id":"0123456789abcdef01"},"timestamp":"1760000000123"}',
)
const mac = '4e3597728f68e7a79df45fb9d5b44b64c3689072e1195a03051e0790ea851cab'
const receive = (body: Buffer, header: string) =>
  adapter.receive(toRequest({ rawBody: body, headers: { 'x-zevent-signature': header } }))

test.each([
  ['as Zalo sends it', `mac=${mac}`],
  ['with the blanks of the documents', `mac = ${mac}`],
  ['with blanks around', ` mac=${mac} `],
  ['without the prefix', mac],
])('the signature is accepted %s', (_, header) => {
  expect(rawBody).toHaveLength(269)
  const { status, events } = receive(rawBody, header)
  expect(status).toBe(200)
  expect(events[0]).toMatchObject({
    eventId: '0123456789abcdef01',
    conversation: `zalo:${OA}:2000000000000000002`,
    occurredAt: 1760000000123,
    activity: { text: 'Xin chào' },
  })
})

test.each([
  ['a prefix of another kind', `sha256=${mac}`],
  ['half of it', `mac=${mac.slice(0, 32)}`],
  ['the app’s secret', signZalo(rawBody, { ...SIGNER, oaSecret: SETTINGS.appSecret, timestamp })],
  ['the account’s id', signZalo(rawBody, { ...SIGNER, appId: OA, timestamp })],
  ['another timestamp', signZalo(rawBody, { ...SIGNER, timestamp: '1760000000124' })],
])('the signature is refused: %s', (_, header) => {
  expect(receive(rawBody, header)).toMatchObject({ status: 401, events: [] })
})

test('a body written in another way has another signature', () => {
  const again = JSON.stringify(JSON.parse(rawBody.toString()), null, 1)
  expect(receive(Buffer.from(again), `mac=${mac}`).status).toBe(401)
  const { headers, rawBody: bytes } = zaloCall(again, { ...SIGNER, timestamp })
  expect(receive(bytes, headers['x-zevent-signature'] ?? '').status).toBe(200)
})

test.each(['Xin chào', 'Xin chào'.normalize('NFD'), '😀 "chào" \\ \n'])(
  'the text may be anything: %j',
  (text) => {
    const call = zaloWebhook(zaloText(text, { msgId: 'a' }), SIGNER)
    expect(adapter.receive(toRequest(call)).status).toBe(200)
  },
)

test('another app’s event is refused, though signed with our secret', () => {
  const body = JSON.stringify({ app_id: '2', timestamp, event_name: 'follow' })
  const call = zaloCall(body, { ...SIGNER, appId: '2', timestamp })
  expect(adapter.receive(toRequest(call)).status).toBe(401)
})

test('app id and timestamp may be numbers', () => {
  const body = `{"app_id":${SETTINGS.appId},"timestamp":${timestamp},"event_name":"unfollow"}`
  const call = zaloCall(body, { ...SIGNER, timestamp })
  expect(adapter.receive(toRequest(call))).toMatchObject({ status: 200, ignored: ['unfollow'] })
})

test('a check of the address is answered with 200', () => {
  const request = { method: 'GET' as const, query: {}, headers: {}, rawBody: Buffer.alloc(0) }
  expect(adapter.receive(request)).toMatchObject({ status: 200, events: [] })
})

test('while the key is reset either of two signs, and no third', () => {
  const settings = { ...SETTINGS, oaSecrets: ['newer', SIGNER.oaSecret] as [string, string] }
  const resetting = new ZaloAdapter(settings, { tokens, now: Date.now })
  const statuses = ['newer', SIGNER.oaSecret, 'third'].map((oaSecret) => {
    const call = zaloWebhook(zaloText('a', { msgId: 'a' }), { ...SIGNER, oaSecret })
    return resetting.receive(toRequest(call)).status
  })
  expect(statuses).toEqual([200, 200, 401])
})
