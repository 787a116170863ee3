import type { ZaloPayload } from '../../../src/channels/zalo/render-zalo'
import { findZaloProblem } from '../../stand-ins/zalo-rules'
import { zaloCall, zaloStaffText, zaloText, zaloWebhook } from '../../stand-ins/zalo-webhooks'
import { testChannel } from '../channel-contract'
import { SETTINGS, SIGNER, startZalo } from './zalo-fixture'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const toError = (error: number) => ({ status: 200, body: { error } })

testChannel('zalo', async () => {
  const { platform, adapter } = await startZalo()
  return {
    platform,
    adapter,
    person: '2000000000000000002',
    message: (text, msgId, at) =>
      zaloWebhook(zaloText(text, { msgId, ...(at ? { timestamp: String(at) } : {}) }), SIGNER),
    staffMessage: (msgId) =>
      zaloWebhook(
        zaloStaffText('Dạ em là cán bộ', { msgId, timestamp: String(Date.now()) }),
        SIGNER,
      ),
    tap: (payload, msgId) => zaloWebhook(zaloText(`#loa:${payload}`, { msgId }), SIGNER),
    json: (value) =>
      isObject(value)
        ? zaloWebhook({ event_name: 'user_send_image', ...value }, SIGNER)
        : zaloCall(JSON.stringify(value), { ...SIGNER, timestamp: '' }),
    keys: ['sender', 'recipient', 'follower', 'message', 'attachments', 'text', 'id', 'oa_id'],
    buttonTextLength: 2000,
    brokenJson: zaloCall('{"app_id":"1000000000000000001",', { ...SIGNER, timestamp: '1' }),
    unknownEvent: zaloWebhook({ event_name: 'user_dances' }, SIGNER),
    answers: [
      ['too many', toError(-32), 'rate_limited', 'retry'],
      ['an account that is locked', toError(-209), 'app_unavailable', 'pause'],
      ['outside the window', toError(-230), 'outside_window', 'refuse'],
    ],
    secrets: [SETTINGS.appSecret, SIGNER.oaSecret, SETTINGS.refreshToken],
    findProblems: ({ payload }) => {
      const { request, fallback } = payload as ZaloPayload
      return [request, fallback].flatMap((call) => (call && findZaloProblem(call)) || [])
    },
  }
})
