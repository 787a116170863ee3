/** What the bot remembers of a conversation between two turns, beside the dialog stack. Plain JSON. */
export type ChatState = {
  /** The buttons last shown, in order: "2" means the second. */
  offered: Offer[]
  /** The entry last answered: what "mất bao lâu?" is about. */
  topic: string | null
  /** Misunderstandings in a row. */
  misses: number
  /** The last turn answered a question in the middle of a guide. */
  digressed: boolean
  /** When the person last wrote, in epoch milliseconds; 0 before that. */
  lastAt: number
}

/** A button that was shown. */
export type Offer = { title: string; payload: string }

/** The state of a conversation that has just begun. */
export const newChat = (): ChatState => ({
  offered: [],
  topic: null,
  misses: 0,
  digressed: false,
  lastAt: 0,
})
