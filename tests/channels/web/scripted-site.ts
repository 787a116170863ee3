import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Activity } from 'botbuilder-core'
import pino from 'pino'
import { createWebRoutes, type WebRoutes } from '../../../src/channels/web/create-web-routes'
import type { MessageLimits } from '../../../src/channels/web/message-limiter'
import { createPersonPasses } from '../../../src/channels/web/person-passes'
import type { WebPage } from '../../../src/channels/web/render-page'
import {
  type TranscriptItem,
  toBotItem,
  toPersonItem,
} from '../../../src/channels/web/transcript-item'
import { WebAdapter } from '../../../src/channels/web/web-adapter'
import { WebHub } from '../../../src/channels/web/web-hub'
import type { InboundEvent } from '../../../src/delivery/inbound-event'
import type { StoredMessage } from '../../../src/delivery/outbound-message'
import { createApp } from '../../../src/server/create-app'

/** What the bot of a test says to an activity. */
export type Script = (activity: Partial<Activity>) => Partial<Activity>[]

export const page: WebPage = {
  texts: {
    title: 'Loa – hỏi đáp về thẻ căn cước và VNeID',
    subtitle: 'Trợ lý tự động, không phải công an. Không gửi số giấy tờ, mã OTP, mật khẩu.',
    placeholder: 'Gõ câu hỏi, không cần dấu cũng được',
    send: 'Gửi',
    you: 'Bác',
    bot: 'Loa',
    offline: 'Đang mất kết nối, Loa sẽ tự nối lại. Câu bác gõ không bị mất.',
    no_script: 'Khung chat cần bật JavaScript.',
    history: 'Nội dung trò chuyện',
    typing: 'Loa đang trả lời…',
    latest: 'Xem tin mới nhất',
    not_sent: 'Câu vừa rồi không gửi được.',
    too_fast: 'Bác gửi hơi nhanh.',
    embed_open: 'Hỏi Loa',
    embed_close: 'Đóng khung hỏi đáp',
    embed_refused: 'Chưa nhúng được ở {origin}.',
  },
  topics: [{ title: 'Chip có "theo dõi" không?', address: '/t/chip-no-tracking' }],
  contacts: [{ name: 'Tổng đài', reach: '1900 0368', note: 'có thể tính cước' }],
  embedOrigins: [],
}

/** Signs as every scripted site does. */
export const passes = createPersonPasses(Buffer.alloc(32, 'key of the tests'))

/** A site with the real routes, whose inbox and outbox are lists and whose bot follows a script. */
export class ScriptedSite {
  readonly hub = new WebHub()
  readonly adapter: WebAdapter
  readonly inbox: InboundEvent[] = []
  readonly outbox: StoredMessage[] = []
  /** Set to make storing fail. */
  broken = false
  /** Sites that may frame the chat. */
  embedOrigins: readonly string[] = []
  /** Whether replies wake the open pages; otherwise only their own look does. */
  announces = true
  readonly #rows: TranscriptItemOf[] = []
  readonly #script: Script
  readonly #limits: Partial<MessageLimits>
  readonly #secureCookie: boolean
  #server: Server | undefined
  #routes: WebRoutes | undefined
  #port = 0

  constructor(
    script: Script,
    options: { limits?: Partial<MessageLimits>; publicUrl?: string } = {},
  ) {
    this.#script = script
    this.#limits = options.limits ?? {}
    this.#secureCookie = options.publicUrl?.startsWith('https:') ?? false
    this.adapter = new WebAdapter({ hub: this.hub, passes, publicUrl: options.publicUrl })
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Listens on a free port, and after {@link stop} on the same one again. */
  async start(): Promise<void> {
    this.#routes = createWebRoutes({
      adapter: this.adapter,
      hub: this.hub,
      passes,
      accept: async ({ events }) => this.#accept(events),
      transcript: async (conversation, afterId) => this.#transcript(conversation, afterId),
      page: () => ({ ...page, embedOrigins: this.embedOrigins }),
      secureCookie: this.#secureCookie,
      limits: this.#limits,
    })
    const app = createApp({ browsers: [this.#routes.router] }, pino({ level: 'silent' }))
    const server = createServer(app)
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (server.address() as AddressInfo).port
    this.#server = server
  }

  async stop(): Promise<void> {
    this.#routes?.close()
    this.#server?.closeAllConnections()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  /** Ends the open streams as a shutdown does, and resolves when every connection has ended by itself. */
  async shutDown(): Promise<void> {
    this.#routes?.close()
    await new Promise((resolve) => this.#server?.close(resolve))
  }

  /** Lets the bot speak by itself. */
  async say(conversation: string, activities: Partial<Activity>[]): Promise<void> {
    const person = conversation.split(':')[2] ?? ''
    const said = activities.map((activity) => ({ type: 'message', ...activity }))
    for (const message of this.adapter.toMessages(said, { conversation, person })) {
      const stored = { ...message, id: this.outbox.length + 1, attempt: 1 }
      this.outbox.push(stored)
      this.#rows.push({ conversation, item: toBotItem(stored) })
      if (this.announces) await this.adapter.send(stored)
    }
  }

  async #accept(events: InboundEvent[]): Promise<void> {
    if (this.broken) throw new Error('the database is away')
    for (const event of events) {
      if (this.inbox.some(({ eventId }) => eventId === event.eventId)) continue
      this.inbox.push(event)
      const item = toPersonItem(event)
      if (item !== null) this.#rows.push({ conversation: event.conversation, item })
      const answer = this.#script(event.activity as Partial<Activity>)
      setTimeout(() => this.say(event.conversation, answer), 50)
    }
  }

  #transcript(conversation: string, afterId: number): TranscriptItem[] {
    const items = this.#rows
      .filter((row) => row.conversation === conversation)
      .map(({ item }) => item)
    if (afterId === 0) return items
    return items.filter(({ from, id }) => from === 'bot' && Number(id) > afterId)
  }
}

type TranscriptItemOf = { conversation: string; item: TranscriptItem }
