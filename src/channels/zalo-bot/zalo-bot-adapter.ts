import type { Activity } from 'botbuilder-core'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { ChannelAdapter, type Decoded } from '../channel-adapter'
import type { WebhookRequest } from '../webhook'
import { callZaloBot } from './call-zalo-bot'
import { decodeZaloBot } from './decode-zalo-bot'
import { renderZaloBot, ZALO_BOT_LIMITS } from './render-zalo-bot'
import { sendZaloBot } from './send-zalo-bot'
import { verifyZaloBot } from './verify-zalo-bot'
import type { ZaloBotSettings } from './zalo-bot-settings'

/** A bot of the Zalo Bot Platform, which is another product than the Official Account. */
export class ZaloBotAdapter extends ChannelAdapter {
  readonly channel = 'zalo-bot'
  readonly limits = ZALO_BOT_LIMITS
  readonly #settings: ZaloBotSettings

  constructor(settings: ZaloBotSettings) {
    super()
    this.#settings = settings
  }

  protected verify(request: WebhookRequest): boolean {
    return verifyZaloBot(request, this.#settings)
  }

  protected decode(request: WebhookRequest): Decoded {
    return decodeZaloBot(request)
  }

  protected render(activity: Partial<Activity>, person: string): Record<string, unknown>[] {
    return renderZaloBot(activity, person)
  }

  override showTyping(person: string): void {
    callZaloBot('sendChatAction', { chat_id: person, action: 'typing' }, this.#settings).catch(
      () => {}, // the answer comes without it
    )
  }

  send(message: StoredMessage): Promise<SendReceipt> {
    return sendZaloBot(message, this.#settings)
  }
}
