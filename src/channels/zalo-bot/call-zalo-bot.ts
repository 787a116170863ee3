import { SendError } from '../../delivery/send-error'
import { type PlatformAnswer, post } from '../post'
import { pickText } from '../untrusted-json'
import type { ZaloBotSettings } from './zalo-bot-settings'

/** The methods of the Bot API that are used. */
export type ZaloBotMethod = 'sendMessage' | 'sendChatAction' | 'setWebhook'

/**
 * Calls a method of the Bot API.
 * @throws SendError `retry` when the platform was not reached; nothing in it holds the token
 */
export function callZaloBot(
  method: ZaloBotMethod,
  body: Record<string, unknown>,
  { apiUrl, token }: Pick<ZaloBotSettings, 'apiUrl' | 'token'>,
): Promise<PlatformAnswer> {
  const url = `${apiUrl.replace(/\/+$/, '')}/bot${token}/${method}`
  return post(url, { headers: {}, body }).catch((thrown: unknown) => {
    throw withoutAddress(thrown as SendError) // `post` throws nothing else
  })
}

/** The address holds the token, and an error of the network may quote the address: only its code is kept. */
function withoutAddress(error: SendError): SendError {
  const [systemCode = 'no code'] =
    /^[A-Z][A-Z0-9_]{1,40}$/.exec(pickText(error, 'cause', 'code')) ?? []
  return new SendError(error.code, {
    policy: error.policy,
    cause: new Error(`the network gave ${systemCode}`),
  })
}
