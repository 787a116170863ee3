import { findMessengerProblem } from '../../stand-ins/messenger-rules'
import {
  messengerCall,
  messengerPostback,
  messengerStaffEcho,
  messengerText,
  messengerWebhook,
  PAGE,
  toMetaJson,
} from '../../stand-ins/messenger-webhooks'
import { testChannel } from '../channel-contract'
import { SETTINGS, startMessenger } from './messenger-fixture'

const [secret] = SETTINGS.appSecrets

const toError = (code: number, error_subcode?: number) => ({
  status: 400,
  body: { error: { code, error_subcode } },
})

testChannel('messenger', async () => {
  const { platform, adapter } = await startMessenger()
  return {
    platform,
    adapter,
    person: '2000002',
    message: (text, mid, timestamp) =>
      messengerWebhook([messengerText(text, { mid, ...(timestamp ? { timestamp } : {}) })], secret),
    staffMessage: () => messengerWebhook([messengerStaffEcho({})], secret),
    tap: (payload, mid) =>
      messengerWebhook([messengerPostback({ title: 'Xem', payload }, { mid })], secret),
    json: (value) =>
      messengerCall(toMetaJson({ object: 'page', entry: [{ messaging: [value] }] }), secret),
    keys: ['sender', 'recipient', 'message', 'postback', 'referral', 'attachments', 'text', 'id'],
    buttonTextLength: 640,
    brokenJson: messengerCall('{"object":"page","entry":[', secret),
    unknownEvent: messengerWebhook(
      [{ sender: { id: '2000002' }, recipient: { id: PAGE }, timestamp: 1, brand_new: {} }],
      secret,
    ),
    answers: [
      ['too many', toError(613), 'rate_limited', 'retry'],
      ['a revoked token', toError(190, 460), 'page_token_refused', 'pause'],
      ['outside the window', toError(10, 2018278), 'outside_window', 'refuse'],
    ],
    secrets: [SETTINGS.pageToken, ...SETTINGS.appSecrets],
    findProblems: ({ payload }) => [findMessengerProblem(payload)].filter(Boolean),
  }
})
