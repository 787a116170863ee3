import type { Activity } from 'botbuilder-core'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { ChannelAdapter, type Decoded } from '../channel-adapter'
import type { WebhookRequest } from '../webhook'
import { decodeWeb } from './decode-web'
import type { PersonPasses } from './person-passes'
import { renderWeb, WEB_LIMITS } from './render-web'
import { sendWeb } from './send-web'
import { verifyWeb } from './verify-web'
import type { WebHub } from './web-hub'

/** What the web channel needs from outside. */
export type WebAdapterOptions = {
  hub: WebHub
  passes: PersonPasses
  /** The site's address as people see it, for example `https://loa.example.vn`; without it the Host header counts. */
  publicUrl?: string | undefined
  /** Epoch milliseconds; the page's own clock is not trusted. Default: the machine's clock. */
  now?: () => number
}

/** The chat of our own page, on our site or framed by another. */
export class WebAdapter extends ChannelAdapter {
  override readonly channel = 'web'
  override readonly limits = WEB_LIMITS
  readonly #hub: WebHub
  readonly #passes: PersonPasses
  readonly #publicOrigin: string | undefined
  readonly #now: () => number

  constructor({ hub, passes, publicUrl, now = Date.now }: WebAdapterOptions) {
    super()
    this.#hub = hub
    this.#passes = passes
    this.#publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin
    this.#now = now
  }

  protected override verify(request: WebhookRequest): boolean {
    return (
      this.#passes.readPerson(request.headers) !== undefined &&
      verifyWeb(request, this.#publicOrigin)
    )
  }

  protected override decode(request: WebhookRequest): Decoded {
    const person = this.#passes.readPerson(request.headers) ?? '' // `verify` let it pass
    return decodeWeb(request, { person, now: this.#now() })
  }

  protected override render(activity: Partial<Activity>): Record<string, unknown>[] {
    return renderWeb(activity)
  }

  override async send(message: StoredMessage): Promise<SendReceipt> {
    return sendWeb(message, this.#hub)
  }
}
