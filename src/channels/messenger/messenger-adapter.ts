import type { Activity } from 'botbuilder-core'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { ChannelAdapter, type Decoded } from '../channel-adapter'
import type { WebhookRequest } from '../webhook'
import { decodeMessenger } from './decode-messenger'
import type { MessengerSettings } from './messenger-settings'
import { MESSENGER_LIMITS, renderMessenger } from './render-messenger'
import { sendMessenger } from './send-messenger'
import { verifyMessenger } from './verify-messenger'

/** A Facebook page's messages, by the Messenger Platform. */
export class MessengerAdapter extends ChannelAdapter {
  readonly channel = 'messenger'
  readonly limits = MESSENGER_LIMITS
  /** Of the Send API for each page (Messenger Platform, "Rate Limiting"). */
  override readonly sendRate = { count: 300, windowMs: 1_000 }
  readonly #settings: MessengerSettings

  constructor(settings: MessengerSettings) {
    super()
    this.#settings = settings
  }

  protected verify(request: WebhookRequest): boolean {
    return verifyMessenger(request, this.#settings)
  }

  protected decode(request: WebhookRequest): Decoded {
    return decodeMessenger(request)
  }

  protected render(activity: Partial<Activity>, person: string): Record<string, unknown>[] {
    return renderMessenger(activity, person)
  }

  send(message: StoredMessage): Promise<SendReceipt> {
    return sendMessenger(message, this.#settings)
  }
}
