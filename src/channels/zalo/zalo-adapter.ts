import type { Activity } from 'botbuilder-core'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { ChannelAdapter, type Decoded } from '../channel-adapter'
import type { WebhookRequest } from '../webhook'
import { AccountMemory } from './account-memory'
import { decodeZalo } from './decode-zalo'
import { renderZalo, ZALO_LIMITS } from './render-zalo'
import { sendZalo, type ZaloSender } from './send-zalo'
import { verifyZalo } from './verify-zalo'
import type { ZaloSettings } from './zalo-settings'
import type { ZaloTokens } from './zalo-tokens'

/** The messages of all Zalo Official Accounts that an app serves, by Zalo's OpenAPI v3. */
export class ZaloAdapter extends ChannelAdapter {
  readonly channel = 'zalo'
  readonly limits = ZALO_LIMITS
  /**
   * Seven days: what leaves later is refused with -230. From 48 hours on Zalo bills it, which a reply may cost; the bot
   * says nothing that is not one. Source: "Điều kiện gửi tin tư vấn".
   */
  override readonly replyWindowMs = 7 * 24 * 3_600_000
  /** Of the OA API for each app (Zalo for Developers, "Giới hạn tốc độ API"). */
  override readonly sendRate = { count: 4_000, windowMs: 60_000 }
  readonly #settings: ZaloSettings
  readonly #sender: ZaloSender

  /** @param options.now epoch milliseconds */
  constructor(settings: ZaloSettings, { tokens, now }: { tokens: ZaloTokens; now: () => number }) {
    super()
    this.#settings = settings
    this.#sender = { apiUrl: settings.apiUrl, tokens, memory: new AccountMemory(now), now }
  }

  protected verify(request: WebhookRequest): boolean {
    return verifyZalo(request, this.#settings)
  }

  protected decode(request: WebhookRequest): Decoded {
    return decodeZalo(request)
  }

  protected render(activity: Partial<Activity>, person: string): Record<string, unknown>[] {
    return renderZalo(activity, person)
  }

  send(message: StoredMessage): Promise<SendReceipt> {
    return sendZalo(message, this.#sender)
  }
}
