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

const toError = (error_code: number) => ({ status: 200, body: { ok: false, error_code } })

testChannel(
  'zalo-bot',
  async () => {
    const { platform, adapter } = await startZaloBot()
    return {
      platform,
      adapter,
      person: PERSON,
      message: (text, message_id, date) =>
        zaloBotWebhook(
          zaloBotUpdate('text', { text, message_id, ...(date ? { date } : {}) }),
          secret,
        ),
      json: (value) => zaloBotCall(JSON.stringify(value), secret),
      keys: ['ok', 'result', 'event_name', 'message', 'chat', 'from', 'id', 'text', 'message_id'],
      buttonTextLength: 2000,
      brokenJson: zaloBotCall('{"ok":true,"result":', secret),
      unknownEvent: zaloBotWebhook(zaloBotUpdate('dance', {}), secret),
      answers: [
        ['too many', toError(429), 'rate_limited', 'retry'],
        ['a wrong token', toError(401), 'bot_token_refused', 'pause'],
        ['a bad request', toError(400), 'bad_request', 'refuse'],
      ],
      secrets: [SETTINGS.token, SETTINGS.secret],
      findProblems: ({ payload }) => [findZaloBotProblem(payload)].filter(Boolean),
    }
  },
  { buttons: true, bodySignature: true, staff: true },
)
