/** Wakes the open pages of a conversation. */
export class WebHub {
  readonly #listeners = new Map<string, Set<() => void>>()
  readonly #tellOthers: (conversation: string) => void

  /** @param tellOthers called with what is announced here, for the pages that other processes hold open */
  constructor(tellOthers: (conversation: string) => void = () => {}) {
    this.#tellOthers = tellOthers
  }

  /** Calls everyone who listens to this conversation, in all processes. */
  announce(conversation: string): void {
    this.wake(conversation)
    this.#tellOthers(conversation)
  }

  /** Calls those who listen in this process. */
  wake(conversation: string): void {
    for (const listener of this.#listeners.get(conversation) ?? []) listener()
  }

  /** Listens until the function returned is called. */
  listen(conversation: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(conversation) ?? new Set()
    this.#listeners.set(conversation, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(conversation) === listeners) {
        this.#listeners.delete(conversation)
      }
    }
  }
}
