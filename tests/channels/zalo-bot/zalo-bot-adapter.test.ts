import { findZaloBotProblem } from '../../stand-ins/zalo-bot-rules'
import {
  PERSON,
  zaloBotCall,
  zaloBotUpdate,
  zaloBotWebhook,
} from '../../stand-ins/zalo-bot-webhooks'
import { testChannel } from '../channel-contract'
import { SETTINGS, startZaloBot } from './zalo-bot-fixture'

const { secret } = SETTINGS

testChannel(
  'zalo-bot',
  async () => {
    const { platform, adapter } = await startZaloBot()
    return {
      platform,
      adapter,
      person: PERSON,
      message: (text, message_id) =>
        zaloBotWebhook(zaloBotUpdate('text', { text, message_id }), secret),
      json: (value) => zaloBotCall(JSON.stringify(value), secret),
      keys: ['ok', 'result', 'event_name', 'message', 'chat', 'from', 'id', 'text', 'message_id'],
      buttonTextLength: 2000,
      brokenJson: zaloBotCall('{"ok":true,"result":', secret),
      unknownEvent: zaloBotWebhook(zaloBotUpdate('dance', {}), secret),
      findProblems: ({ payload }) => [findZaloBotProblem(payload)].filter(Boolean),
    }
  },
  { buttons: true, bodySignature: true },
)
