import { findMessengerProblem } from '../../stand-ins/messenger-rules'
import {
  messengerCall,
  messengerPostback,
  messengerText,
  messengerWebhook,
  PAGE,
  toMetaJson,
} from '../../stand-ins/messenger-webhooks'
import { testChannel } from '../channel-contract'
import { SETTINGS, startMessenger } from './messenger-fixture'

const [secret] = SETTINGS.appSecrets

testChannel('messenger', async () => {
  const { platform, adapter } = await startMessenger()
  return {
    platform,
    adapter,
    person: '2000002',
    message: (text, mid) => messengerWebhook([messengerText(text, { mid })], secret),
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
    findProblems: ({ payload }) => [findMessengerProblem(payload)].filter(Boolean),
  }
})
