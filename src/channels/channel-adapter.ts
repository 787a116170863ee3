import { type Activity, BotAdapter, type ConversationReference, TurnContext } from 'botbuilder-core'
import type { ConversationHolder } from '../delivery/handover'
import type { InboundEvent, StoredActivity } from '../delivery/inbound-event'
import type { OutboundMessage, SendReceipt, StoredMessage } from '../delivery/outbound-message'
import type { SendRate } from '../delivery/send-rate'
import { cleanText } from '../safety/clean-text'
import { redact } from '../safety/redact'
import type { WebhookRequest, WebhookResult } from './webhook'

/** What a platform takes at most; the bot and the check of the knowledge read it as data. */
export type ChannelLimits = {
  /** Characters (UTF-16 units) of one text message. */
  textLength: number
  /** Buttons of one message. */
  buttons: number
  /** Characters of a button's title. */
  buttonTitleLength: number
}

/** A turn's activity as a channel decodes it; the base class masks it and makes it an event. */
export type DecodedActivity = {
  eventId: string
  /** The platform's account that was written to (page, official account, site). */
  account: string
  /** The person's id on that platform. */
  person: string
  /** Epoch milliseconds. */
  occurredAt: number
  activity: Partial<Activity>
}

/** Staff took a conversation, write in it, or gave it back; see `Handover`. */
export type DecodedHandover = {
  account: string
  person: string
  holder: ConversationHolder
  /** Epoch milliseconds. */
  occurredAt: number
  /** The message by which the platform shows it: if it is an echo of ours as well, nothing changed hands. */
  platformMessageId?: string
}

/** A message that stands in a conversation and may be ours: the platform gives no reference of ours back. */
export type DecodedEcho = {
  account: string
  person: string
  platformMessageId: string
  text: string
}

/** What {@link ChannelAdapter.decode} found in a webhook call whose signature was right. */
export type Decoded = Omit<WebhookResult, 'events' | 'handovers' | 'alerts'> & {
  activities: DecodedActivity[]
  /** Default: none, for platforms that tell nothing of staff. */
  handovers?: DecodedHandover[]
  /** Default: none, for platforms that give our reference back. */
  echoes?: DecodedEcho[]
  /** Default: none. */
  alerts?: string[]
}

/**
 * A messaging platform as the Bot Framework sees it. A channel is a subclass in a folder of its own, with the
 * same five files everywhere: `verify`, `decode`, `render`, `send` and the adapter that joins them.
 *
 * A turn does not send: what the bot says is collected by {@link runTurn}, rendered to the platform's requests
 * and put into the outbox in the transaction that also stores the state.
 */
export abstract class ChannelAdapter extends BotAdapter {
  /** Stable name, used in addresses, rows and metrics. */
  abstract readonly channel: string
  abstract readonly limits: ChannelLimits
  /** How long after a person's last word the platform takes messages, in milliseconds; without, it always does. */
  readonly replyWindowMs?: number
  /** How much the platform takes from all processes together; a channel without has no such limit. */
  readonly sendRate?: SendRate

  /** Whether the call really comes from the platform. Never throws on bad input. */
  protected abstract verify(request: WebhookRequest): boolean
  /** Turns a verified call into activities; what it does not know is counted in `ignored`. */
  protected abstract decode(request: WebhookRequest): Decoded
  /** Turns what the bot said into the platform's requests, inside its limits. */
  protected abstract render(activity: Partial<Activity>, person: string): Record<string, unknown>[]
  /**
   * Shows the person that their message was read and an answer is being written, where the platform can. Best effort:
   * returns at once, never throws, is not tried again and lies in no outbox, so that no answer waits for it.
   */
  showTyping(_person: string): void {}
  /** Sends one request. Throws a `SendError` that carries the outbox's next step. */
  abstract send(message: StoredMessage): Promise<SendReceipt>

  /**
   * Verifies and decodes a webhook call. Personal numbers and codes are masked here, in the text and in a button's
   * value, and attachments keep nothing but their kind, before anyone stores anything: a channel cannot forget to.
   */
  receive(request: WebhookRequest): WebhookResult {
    if (!this.verify(request)) {
      return {
        status: request.method === 'GET' ? 403 : 401,
        body: 'signature refused',
        events: [],
        confirmations: [],
        handovers: [],
        alerts: [],
        ignored: ['bad_signature'],
      }
    }
    const decoded = this.decode(request)
    const { activities, handovers = [], echoes = [], alerts = [], ...result } = decoded
    const sound = activities.filter(hasSoundIds)
    return {
      ...result,
      confirmations: [
        ...result.confirmations,
        ...echoes.map(({ account, person, ...echo }) => ({
          conversation: this.#toConversation({ account, person }),
          ...echo,
        })),
      ],
      alerts,
      events: sound.map((activity) => this.#toEvent(activity)),
      handovers: handovers.filter(hasSoundIds).map(({ account, person, ...handover }) => ({
        conversation: this.#toConversation({ account, person }),
        ...handover,
      })),
      ignored: [
        ...result.ignored,
        ...activities.flatMap((activity) => (sound.includes(activity) ? [] : ['odd_id'])),
      ],
    }
  }

  #toConversation({ account, person }: { account: string; person: string }): string {
    return `${this.channel}:${account}:${person}`
  }

  #toEvent({ eventId, account, person, occurredAt, activity }: DecodedActivity): InboundEvent {
    const conversation = this.#toConversation({ account, person })
    const { text, kinds } = redact(cleanText(activity.text ?? ''))
    // A person can write a value as well: into a link, or by typing what a button would send.
    const value = typeof activity.value === 'string' ? redact(cleanText(activity.value)) : undefined
    const stored: Partial<Activity> = {
      ...activity,
      value: value?.text,
      attachments: activity.attachments?.map(({ contentType }) => ({ contentType })),
      id: eventId,
      channelId: this.channel,
      locale: 'vi-VN',
      timestamp: new Date(occurredAt),
      from: { id: person, name: '', role: 'user' },
      recipient: { id: account, name: '', role: 'bot' },
      conversation: { id: conversation, name: '', isGroup: false, conversationType: 'personal' },
      text,
      channelData: { redacted: [...new Set([...kinds, ...(value?.kinds ?? [])])] },
    }
    return {
      channel: this.channel,
      eventId,
      conversation,
      occurredAt,
      activity: JSON.parse(JSON.stringify(stored)) as StoredActivity,
    }
  }

  /** Runs one turn through the middleware and returns what the bot said, in order, traces included. */
  async runTurn(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity)
    const said: Partial<Activity>[] = []
    context.turnState.set(SAID, said)
    await this.runMiddleware(context, logic)
    return said
  }

  /** Turns what {@link runTurn} returned into requests for the outbox. */
  toMessages(
    said: Partial<Activity>[],
    to: { conversation: string; person: string },
  ): OutboundMessage[] {
    return said
      .filter((activity) => activity.type === 'message')
      .flatMap((activity) => this.render(activity, to.person))
      .map((payload) => ({ channel: this.channel, conversation: to.conversation, payload }))
  }

  /** Collects for the outbox. The ids returned are places in the turn: the platform's come with sending. */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]) {
    const said = context.turnState.get(SAID) as Partial<Activity>[]
    return activities.map((activity) => ({ id: String(said.push(activity)) }))
  }

  override async updateActivity(): Promise<never> {
    throw new Error(`${this.channel}: what was said cannot be changed; send a new message`)
  }

  override async deleteActivity(): Promise<never> {
    throw new Error(`${this.channel}: what was said cannot be deleted; send a new message`)
  }

  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference(
      { type: 'event', name: 'ContinueConversation' },
      reference,
      true,
    )
    await this.runTurn(activity, logic)
  }
}

/** Ids are short and visible; a database refuses some others, and with them the whole call, for ever. */
const SOUND_ID = /^[\x21-\x7e]{1,300}$/

function hasSoundIds(one: { eventId?: string; account: string; person: string }): boolean {
  return [one.eventId ?? 'none', one.account, one.person].every((id) => SOUND_ID.test(id))
}

const SAID = Symbol('said')
