import type { Activity, TurnContext } from 'botbuilder-core'
import { type Bulletin, inEffect } from '../knowledge/bulletin'
import { fillMessage, type Messages } from '../knowledge/messages'
import type { ChatState, Offer } from './chat-state'
import { formatPayload, type Payload } from './payload'
import { OUTCOME_TRACE, type TurnOutcome } from './turn-outcome'
import type { TurnServices } from './turn-services'

/** A button under what the bot says. */
export type Button = { title: string; payload: Payload } | { title: string; url: string }

/** One turn of a conversation while it runs: what is known of it, and the way to say something. */
export class Turn {
  readonly context: TurnContext
  readonly services: TurnServices
  readonly chat: ChatState
  /** Official notices in effect. */
  readonly bulletins: readonly Bulletin[]
  /** Whether the pinned one stands above something that was said in this turn. */
  hasPinned = false
  #outcome: TurnOutcome = {
    kind: 'fallback',
    topic: null,
    flow: null,
    step: null,
    score: 0,
    candidates: [],
    outside: null,
    afterword: null,
    moves: [],
    began: false,
    link: null,
    arrived: false,
    erased: false,
  }

  /** What was said last: it waits until something else is said or the turn is over. */
  #held: Partial<Activity> | null = null

  constructor(context: TurnContext, services: TurnServices, chat: ChatState) {
    this.context = context
    this.services = services
    this.chat = chat
    this.bulletins = inEffect(services.bulletins, services.now)
  }

  get messages(): Messages {
    return this.services.content.knowledge.messages
  }

  /** What was said last; null where nothing was. */
  get lastSaid(): string | null {
    return this.#held?.text ?? null
  }

  get outcome(): Readonly<TurnOutcome> {
    return this.#outcome
  }

  /** Adds to what this turn was. */
  note(outcome: Partial<TurnOutcome>): void {
    this.#outcome = { ...this.#outcome, ...outcome }
  }

  /**
   * Says one message. Its buttons become what a number or a button's words choose in the next turn; those of `rating`
   * do not, and a channel without room for them leaves them out.
   */
  async say(
    text: string,
    buttons: readonly Button[] = [],
    rating: readonly Button[] = [],
  ): Promise<void> {
    if (buttons.length > 0) this.chat.offered = buttons.flatMap(toOffer)
    await this.#sendHeld()
    this.#held = {
      type: 'message',
      text,
      ...(buttons.length > 0
        ? { suggestedActions: { to: [], actions: buttons.map(toAction) } }
        : {}),
      ...(rating.length > 0 ? { channelData: { rating: rating.map(toAction) } } : {}),
    }
  }

  /**
   * Adds a paragraph to what was said last; where nothing was said, says nothing. A message of its own would come after
   * the buttons, which some platforms then take away.
   */
  addLast(paragraph: string): void {
    if (this.#held) this.#held.text = `${this.#held.text}\n\n${paragraph}`
  }

  async #sendHeld(): Promise<void> {
    const held = this.#held
    this.#held = null
    if (held) await this.context.sendActivity(held)
  }

  /** Says a message of `messages.yaml` with its blanks filled. */
  async sayMessage(
    message: string,
    values: Readonly<Record<string, string | number>>,
    buttons: readonly Button[] = [],
  ): Promise<void> {
    await this.say(fillMessage(message, values), buttons)
  }

  /**
   * Ends the turn: nothing can be said any more. Leaves the outcome behind the replies as a trace: for the commands, the
   * metrics and the Emulator. A topic that nothing was matched for was asked for by a command or a button, and so is
   * certain.
   */
  async end(): Promise<void> {
    await this.#sendHeld()
    const { topic, candidates } = this.#outcome
    if (topic && candidates.length === 0) {
      this.note({ score: 1, candidates: [{ topic, score: 1 }] })
    }
    await this.context.sendTraceActivity(OUTCOME_TRACE, this.#outcome)
  }
}

function toOffer(button: Button): Offer[] {
  return 'payload' in button
    ? [{ title: button.title, payload: formatPayload(button.payload) }]
    : []
}

function toAction(button: Button) {
  return 'payload' in button
    ? { type: 'postBack', title: button.title, value: formatPayload(button.payload) }
    : { type: 'openUrl', title: button.title, value: button.url }
}
