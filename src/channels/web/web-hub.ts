/** Wakes the open pages of a conversation, inside this process. */
export class WebHub {
  readonly #listeners = new Map<string, Set<() => void>>()

  /** Calls everyone who listens to this conversation. */
  announce(conversation: string): void {
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
