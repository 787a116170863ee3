import type { Generated } from 'kysely'

/*
 * The tables as Kysely sees them. Times are epoch milliseconds. JSON is kept as text: nothing is ever looked up
 * inside it, and both databases then store exactly the same bytes.
 */

/** What people did: kept from the webhook's 200 until a turn has handled it. */
export type InboxColumns = {
  id: Generated<number>
  channel: string
  event_id: string
  conversation: string
  occurred_at: number
  activity: string
  status: Generated<'pending' | 'done' | 'failed'>
  /** How many turns over it have failed. */
  attempts: Generated<number>
  /** Not to be handled earlier than this. */
  available_at: number
  /** Code of the last failure. */
  error: string | null
  received_at: number
}

/** What is to be said: kept from the turn's commit until the platform has taken it. */
export type OutboxColumns = {
  id: Generated<number>
  channel: string
  conversation: string
  /** The event that it replies to; null for what the bot says of its own accord. */
  inbox_id: number | null
  payload: string
  status: Generated<'pending' | 'sent' | 'dead'>
  /** How often sending has begun. */
  attempts: Generated<number>
  /** Not to be sent earlier than this; while it is being sent, the end of the sender's lease. */
  available_at: number
  /** Code of the last failure. */
  error: string | null
  platform_message_id: string | null
  created_at: number
  sent_at: number | null
}

/** The bot's memory of conversations and people. */
export type StateColumns = { key: string; value: string; updated_at: number }

/** Tokens that a platform changes with each renewal. */
export type TokenColumns = { channel: string; account: string; pair: string; updated_at: number }

/** Every version of a flow that someone has begun, so that they can end it as they began it. */
export type FlowVersionColumns = { hash: string; flow_id: string; definition: string }

/** What was asked and what became of it; nothing in it says who asked. */
export type QuestionColumns = {
  id: Generated<number>
  asked_at: number
  channel: string
  kind: string
  topic: string | null
  flow: string | null
  text: string
}

/** Every state of knowledge and flows that was published; the newest is served. */
export type RevisionColumns = {
  id: Generated<number>
  /** Of the whole content. A state that is published again after another has the same one. */
  hash: string
  author: string
  message: string
  published_at: number
  /** JSON: the path and the text's hash of every file. */
  files: string
}

/** The text of every file that was ever published, once, by its hash. */
export type FileTextColumns = { hash: string; text: string }

/** Who has a conversation, where that was ever not the bot. */
export type HandoverColumns = {
  conversation: string
  holder: 'bot' | 'staff'
  /** By the platform's clock. */
  occurred_at: number
  /** By ours: when we were told. */
  since: number
}
/** What a platform still lets us send, for all processes together. May be below 0: taken in advance. */
export type AllowanceColumns = { key: string; tokens: number; refilled_at: number }

/** How often a link was used on a day; empty texts where it names no unit or place. */
export type LinkCountColumns = {
  day: string
  kind: 'topic' | 'flow'
  target: string
  unit: string
  place: string
  event: 'opened' | 'asked' | 'useful' | 'started' | 'finished'
  count: number
}

/** Short codes of links, for ever. */
export type LinkCodeColumns = { code: string; ref: string }

/** Where someone is in their guides, under a code that takes it up elsewhere. */
export type CarriedGuideColumns = { code: string; guides: string; expires_at: number }

/** Every table of Loa. */
export type Schema = {
  inbox: InboxColumns
  outbox: OutboxColumns
  state: StateColumns
  tokens: TokenColumns
  flow_versions: FlowVersionColumns
  questions: QuestionColumns
  revisions: RevisionColumns
  file_texts: FileTextColumns
  handovers: HandoverColumns
  allowances: AllowanceColumns
  link_counts: LinkCountColumns
  link_codes: LinkCodeColumns
  carried_guides: CarriedGuideColumns
}

/** The two databases that Loa runs on. */
export type DialectName = 'sqlite' | 'postgres'
