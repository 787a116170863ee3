import type { Activity } from 'botbuilder-core'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { ChannelAdapter, type Decoded } from '../channel-adapter'
import { pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'
import { decodeMessenger } from './decode-messenger'
import type { MessengerSettings } from './messenger-settings'
import { MESSENGER_LIMITS, renderMessenger } from './render-messenger'
import { sendMessenger } from './send-messenger'
import { createSenderActions, type SenderActions } from './sender-actions'
import { verifyMessenger } from './verify-messenger'

/** A Facebook page's messages, by the Messenger Platform. */
export class MessengerAdapter extends ChannelAdapter {
  readonly channel = 'messenger'
  readonly limits = MESSENGER_LIMITS
  /** Source: Messenger Platform, "Send a Message", the standard messaging window. */
  override readonly replyWindowMs = 24 * 3_600_000
  /** Of the Send API for each page (Messenger Platform, "Rate Limiting"). */
  override readonly sendRate = { count: 300, windowMs: 1_000 }
  readonly #settings: MessengerSettings
  readonly #actions: SenderActions

  constructor(settings: MessengerSettings) {
    super()
    this.#settings = settings
    this.#actions = createSenderActions(settings)
  }

  protected verify(request: WebhookRequest): boolean {
    return verifyMessenger(request, this.#settings)
  }

  protected decode(request: WebhookRequest): Decoded {
    return decodeMessenger(request, this.#settings.appId)
  }

  protected render(activity: Partial<Activity>, person: string): Record<string, unknown>[] {
    return renderMessenger(activity, person)
  }

  override showTyping(person: string): void {
    this.#actions.begin(person)
  }

  async send(message: StoredMessage): Promise<SendReceipt> {
    const receipt = await sendMessenger(message, this.#settings)
    this.#actions.end(pickText(message.payload, 'recipient', 'id'))
    return receipt
  }
}
