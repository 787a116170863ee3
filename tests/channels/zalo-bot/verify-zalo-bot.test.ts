import { ZaloBotAdapter } from '../../../src/channels/zalo-bot/zalo-bot-adapter'
import { zaloBotUpdate, zaloBotWebhook } from '../../stand-ins/zalo-bot-webhooks'
import { toRequest } from '../to-request'
import { SETTINGS } from './zalo-bot-fixture'

const adapter = new ZaloBotAdapter(SETTINGS)
const update = zaloBotUpdate('text', { text: 'Xin chào' })
const receive = (secret: string) => adapter.receive(toRequest(zaloBotWebhook(update, secret)))

test('a call with the secret is accepted', () => {
  expect(receive(SETTINGS.secret)).toMatchObject({ status: 200, events: [{}] })
})

test.each([
  ['nothing', ''],
  ['its beginning', SETTINGS.secret.slice(0, -1)],
  ['more than it', `${SETTINGS.secret}x`],
  ['capitals', SETTINGS.secret.toUpperCase()],
  ['the secret twice, as from two headers', `${SETTINGS.secret}, ${SETTINGS.secret}`],
  ['the token', SETTINGS.token],
])('a call is refused that has %s instead of the secret', (_, secret) => {
  expect(receive(secret)).toMatchObject({ status: 401, events: [], ignored: ['bad_signature'] })
})

test('a GET, which the platform does not send, is refused', () => {
  const request = { method: 'GET' as const, query: {}, headers: {}, rawBody: Buffer.alloc(0) }
  expect(adapter.receive(request)).toMatchObject({ status: 403, events: [] })
})
