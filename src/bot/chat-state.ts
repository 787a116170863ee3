import type { FlowPosition } from '../flows/step-flow'
import type { Pace } from './pace'

/** What the bot remembers of a conversation between two turns, beside the dialog stack. Plain JSON. */
export type ChatState = {
  /** The buttons last shown, in order: "2" means the second. */
  offered: Offer[]
  /** The entry last answered: what "mất bao lâu?" is about. */
  topic: string | null
  /**
   * What the person may still say something about: the question last answered or asked back about, in its form (see
   * `toForm`; `''` where a button asked it), and the entry that answered; null while the choices wait.
   */
  asked: { form: string; topic: string | null } | null
  /** Misunderstandings in a row. */
  misses: number
  /** The last turn answered a question in the middle of a guide. */
  digressed: boolean
  /** The link by which they last came, as a ref, and when, in epoch milliseconds; rows of before have none. */
  came?: { ref: string; at: number } | null
  /** The pinned notice that they were last told, by its id; rows of before have none. */
  pinned?: number | null
  /** When the person last wrote, in epoch milliseconds; 0 before that. */
  lastAt: number
  /** How fast they write; absent where that is not looked at. */
  pace?: Pace
}

/** A button that was shown. */
export type Offer = { title: string; payload: string }

/** The state of a conversation that has just begun. */
export const newChat = (): ChatState => ({
  offered: [],
  topic: null,
  asked: null,
  misses: 0,
  digressed: false,
  came: null,
  pinned: null,
  lastAt: 0,
})

/** A person in a guide, as the dialog stack keeps them: the version they began, by its hash. */
export type ActiveFlow = {
  flowId: string
  hash: string
  position: FlowPosition
  /** What was counted of this run, see `noteMove`; absent until something was. */
  moved?: string[]
}
