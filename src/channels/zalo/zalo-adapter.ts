import type { Activity } from 'botbuilder-core'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { ChannelAdapter, type Decoded } from '../channel-adapter'
import type { WebhookRequest } from '../webhook'
import { decodeZalo } from './decode-zalo'
import { renderZalo, ZALO_LIMITS } from './render-zalo'
import { sendZalo } from './send-zalo'
import { verifyZalo } from './verify-zalo'
import type { ZaloSettings } from './zalo-settings'
import type { AccessTokens } from './zalo-tokens'

/** A Zalo Official Account's messages, by Zalo's OpenAPI v3. */
export class ZaloAdapter extends ChannelAdapter {
  readonly channel = 'zalo'
  readonly limits = ZALO_LIMITS
  /** Of the OA API for each app (Zalo for Developers, "Giới hạn tốc độ API"). */
  override readonly sendRate = { count: 4_000, windowMs: 60_000 }
  readonly #settings: ZaloSettings
  readonly #tokens: AccessTokens

  constructor(settings: ZaloSettings, tokens: AccessTokens) {
    super()
    this.#settings = settings
    this.#tokens = tokens
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
    return sendZalo(message, { apiUrl: this.#settings.apiUrl, tokens: this.#tokens })
  }
}
