import type { Activity } from 'botbuilder-core'
import type { SendReceipt } from '../../delivery/outbound-message'
import { shortenText } from '../../text/shorten-text'
import { ChannelAdapter, type ChannelLimits, type Decoded } from '../channel-adapter'
import { type ReplyButton, readReply, splitBeforeButtons } from '../reply'
import { parseJson, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'

/** What attachments are called in the `chat` command, and what the Bot Framework calls them. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  image: 'image/*',
  sticker: 'application/vnd.loa.sticker',
  audio: 'audio/*',
  video: 'video/*',
  file: 'application/octet-stream',
  location: 'application/vnd.loa.location',
}

/** A message as the terminal shows it. */
export type ConsoleMessage = { text: string; buttons: ReplyButton[] }

/**
 * A conversation in a terminal, for the `ask` and `chat` commands: one JSON object a line in (`text`, `payload` or
 * `attachment`), {@link ConsoleMessage}s out, within the limits of the platform that it stands for.
 */
export class ConsoleAdapter extends ChannelAdapter {
  readonly channel: string
  readonly limits: ChannelLimits
  readonly #now: () => number
  #events = 0

  /** @param channel the name of the platform that it stands for, and what that platform takes */
  constructor(channel: { name: string; limits: ChannelLimits }, now: () => number) {
    super()
    this.channel = channel.name
    this.limits = channel.limits
    this.#now = now
  }

  /** The person sits at this terminal. */
  protected verify(): boolean {
    return true
  }

  protected decode({ rawBody }: WebhookRequest): Decoded {
    const line = parseJson(rawBody)
    const [text, payload, attachment] = ['text', 'payload', 'attachment'].map((key) =>
      pickText(line, key),
    )
    const activity: Partial<Activity> = {
      type: 'message',
      text: text ?? '',
      ...(payload ? { value: payload } : {}),
      ...(attachment
        ? {
            attachments: [{ contentType: CONTENT_TYPES[attachment] ?? 'application/octet-stream' }],
          }
        : {}),
    }
    this.#events += 1
    const eventId = String(this.#events)
    const place = { eventId, account: 'loa', person: 'person', occurredAt: this.#now() }
    return {
      status: 200,
      body: '',
      confirmations: [],
      ignored: [],
      activities: [{ ...place, activity }],
    }
  }

  protected render(activity: Partial<Activity>): ConsoleMessage[] {
    const { text, buttons } = readReply(activity)
    const { textLength, buttons: count, buttonTitleLength } = this.limits
    const parts = splitBeforeButtons(text, { part: textLength, last: textLength })
    return parts.map((part, index) => ({
      text: part,
      buttons:
        index < parts.length - 1
          ? []
          : buttons.slice(0, count).map((button) => ({
              ...button,
              title: shortenText(button.title, buttonTitleLength),
            })),
    }))
  }

  /** What is said is printed by the command; nothing is sent. */
  async send(): Promise<SendReceipt> {
    return {}
  }
}
