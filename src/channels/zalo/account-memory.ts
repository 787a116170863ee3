import type { SendError } from '../../delivery/send-error'

const MINUTE_MS = 60_000

/** What one process knows of an official account from its last calls, so that it does not ask for the same in vain. */
type Memory = {
  /** Why it cannot send, and until when it is not tried. */
  trouble?: { error: SendError; until: number }
  /** Until when buttons are sent as numbered choices at once. */
  plainUntil?: number
}

/** How long an account that needs mending is left alone, in milliseconds: as long as the outbox pauses a channel. */
const TROUBLE_MS = MINUTE_MS

/** Zalo said that the account may not send buttons: it may after a change of its package, so ask again each day. */
const UNSUPPORTED_MS = 24 * 60 * MINUTE_MS

/** Zalo refused buttons and took the same without: the reason may have lain in that one message. */
const DOUBTFUL_MS = 60 * MINUTE_MS

/** Remembers accounts in trouble and accounts without buttons, in this process. */
export class AccountMemory {
  readonly #accounts = new Map<string, Memory>()
  readonly #now: () => number

  /** @param now epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** @throws the SendError that paused the account, while it holds */
  throwTrouble(account: string): void {
    const { trouble } = this.#of(account)
    if (trouble && this.#now() < trouble.until) throw trouble.error
  }

  /** Notes an error that pauses one account; others are not kept. */
  noteError(account: string, error: SendError): void {
    if (error.policy !== 'pause' || error.scope !== 'account') return
    this.#of(account).trouble = { error, until: this.#now() + TROUBLE_MS }
  }

  /** Notes that buttons were refused with this code of Zalo's, while the same without them was taken. */
  noteButtonsRefused(account: string, code: string): void {
    const ms = code === '-233' ? UNSUPPORTED_MS : DOUBTFUL_MS
    this.#of(account).plainUntil = this.#now() + ms
  }

  /** Whether buttons are worth trying. */
  takesButtons(account: string): boolean {
    return this.#now() >= (this.#of(account).plainUntil ?? 0)
  }

  #of(account: string): Memory {
    const memory = this.#accounts.get(account) ?? {}
    this.#accounts.set(account, memory)
    return memory
  }
}
