import type { Generated } from 'kysely'
import type { Role } from './role'

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

/** The console's people. */
export type AccountColumns = {
  id: Generated<number>
  /** In small letters. */
  email: string
  name: string
  role: Role
  /** Argon2's text of it; null until the invitation is taken. */
  password: string | null
  /** Sealed, see `create-seal`; null where sign-in asks for no code. */
  totp_secret: string | null
  /** The 30 seconds of the last code that was taken: none is taken twice. */
  totp_step: Generated<number>
  /** JSON: hashes of those not yet used. */
  recovery_codes: Generated<string>
  locked_at: number | null
  created_at: number
  signed_in_at: number | null
}

/** Who is signed in to the console, by the hash of what their cookie holds. */
export type SessionColumns = {
  hash: string
  account_id: number
  created_at: number
  seen_at: number
}

/** Browsers in which somebody has signed in: others' wrong guesses do not lock these out. */
export type DeviceColumns = { hash: string; account_id: number; seen_at: number }

/** Links that work once, by the hash of what they hold. */
export type AccountLinkColumns = {
  hash: string
  purpose: 'first' | 'invite' | 'reset'
  /** Null for the first admin, whose account is yet to be made. */
  account_id: number | null
  expires_at: number
}

/** What people did in the console. Triggers refuse every change. */
export type AuditColumns = {
  id: Generated<number>
  noted_at: number
  /** Null for what was done at the server's own terminal. */
  account_id: number | null
  /** As it was then. */
  account_name: string
  action: string
  subject: string
  detail: string
}
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
  accounts: AccountColumns
  sessions: SessionColumns
  devices: DeviceColumns
  account_links: AccountLinkColumns
  audit: AuditColumns
  link_counts: LinkCountColumns
  link_codes: LinkCodeColumns
  carried_guides: CarriedGuideColumns
}

/** The two databases that Loa runs on. */
export type DialectName = 'sqlite' | 'postgres'
