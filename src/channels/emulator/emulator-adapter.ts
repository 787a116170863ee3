import type { Activity } from 'botbuilder-core'
import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { ChannelAdapter, type Decoded } from '../channel-adapter'
import type { WebhookRequest } from '../webhook'
import { decodeEmulator } from './decode-emulator'
import { EMULATOR_LIMITS, renderEmulator } from './render-emulator'
import { sendEmulator } from './send-emulator'
import { verifyEmulator } from './verify-emulator'

/** The Bot Framework Emulator on this machine: for developers, off unless `EMULATOR=on`. */
export class EmulatorAdapter extends ChannelAdapter {
  readonly channel = 'emulator'
  readonly limits = EMULATOR_LIMITS
  readonly #now: () => number

  constructor(now: () => number) {
    super()
    this.#now = now
  }

  protected verify(request: WebhookRequest): boolean {
    return verifyEmulator(request)
  }

  protected decode(request: WebhookRequest): Decoded {
    return decodeEmulator(request, this.#now())
  }

  protected render(activity: Partial<Activity>, person: string): Record<string, unknown>[] {
    return renderEmulator(activity, person)
  }

  send(message: StoredMessage): Promise<SendReceipt> {
    return sendEmulator(message)
  }
}
