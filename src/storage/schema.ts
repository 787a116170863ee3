import type { Generated } from 'kysely'
import type { Role } from './role'

/*
 * The tables as Kysely sees them. Times are epoch milliseconds. JSON is kept as text: no turn looks anything up
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
  /** 1: a person of the staff says it, in the console. */
  by_staff: Generated<number>
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
  /** See `toForm`. */
  form: Generated<string>
  /** What whoever asked thought of the answer: 1 useful, 0 not; null where they did not say. */
  useful: number | null
}

/**
 * Forms of questions that went wrong, with how often in which way, so that a million others cost nothing when they are
 * looked for. `total` is the sum of the three counts, `topic` the entry whose answer was marked last.
 */
export type OpenQuestionColumns = {
  form: string
  /** As it was typed last, masked. */
  text: string
  unanswered: number
  unsure: number
  not_useful: number
  total: number
  topic: string | null
  latest: number
}

/** One thing to be counted; taken into {@link TallyColumns} within a minute, so that turns wait for no shared row. */
export type TallyMarkColumns = {
  id: Generated<number>
  /** In Hanoi, `2026-11-24`. */
  day: string
  channel: string
  measure: string
  /** The entry or guide it is about; `''` for none. */
  subject: string
  /** Of a guide: `<version>/<step>`; else `''`. */
  part: string
  /** The link by which the person came. */
  link: string | null
}

/** How often something was on a day; `link` is `''` for none. */
export type TallyColumns = Omit<TallyMarkColumns, 'id' | 'link'> & { link: string; count: number }

/** Who wrote today, by a hash that nobody can repeat once the day's salt is gone; counted and deleted then. */
export type VisitorColumns = { day: string; hash: string; channel: string; link: string | null }

/** The salt of a day's {@link VisitorColumns}. */
export type DaySaltColumns = { day: string; salt: string }

/** What the team decided about questions that went unanswered. */
export type QuestionDecisionColumns = {
  id: Generated<number>
  decided_at: number
  /** Name of who decided. */
  account: string
  kind: 'example' | 'entry' | 'outside' | 'dismissed'
  /** The entry or the outside business that it went to. */
  target: string | null
  reason: string | null
  /** The question as it was shown. */
  text: string
}

/** The forms that a decision settles, each by one decision. */
export type DecidedFormColumns = { form: string; decision_id: number }

/** Conversations in which a person was asked for, until someone of the staff ends it. */
export type HelpRequestColumns = {
  id: Generated<number>
  conversation: string
  channel: string
  asked_at: number
  /** The console's account that answers, and its name; null while nobody does. */
  taken_by: number | null
  taken_by_name: string | null
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

/** An entry that is being written in the console: one for each entry, as its file would be saved. */
export type DraftColumns = {
  id: Generated<number>
  /** The entry's id; of a guide with `flows/` before it. */
  entry: string
  /** Where it is published, `knowledge/topics/qr-fields.yaml`. */
  path: string
  text: string
  /** Hash of the file's text when the draft was last brought up to it; null for a new entry. */
  based_on: string | null
  /** Grows with every change. */
  version: number
  state: 'draft' | 'waiting' | 'scheduled'
  publish_at: number | null
  /** Who changed its text last. */
  author_id: number
  author: string
  /** Who approved it, once it is scheduled. */
  approver: string | null
  /** Why it is changed. */
  note: string
  /** Why it could not be published at its time. */
  problem: string | null
  /** Until then a process publishes it. */
  claimed_until: number
  updated_at: number
}

/** Which file a revision changed, and the hash of its text then; null where it went. */
export type FileChangeColumns = { revision: number; path: string; hash: string | null }

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

/** A legal document that changed or was replaced, and the list of what is to be looked at again for that. */
export type LawReviewColumns = {
  id: Generated<number>
  /** Id of the document, `70-2024-nd-cp`. */
  document: string
  /** Counts the lists of a document from 1, so that two people do not open the same one. */
  round: number
  /** What the document was called then. */
  name: string
  /** By what it was replaced, in words; null where it only changed. */
  replaced_by: string | null
  /** The day from which that holds, `2027-01-01`. */
  effective_on: string | null
  note: string
  opened_by: string
  opened_at: number
}

/** Something that rested on the document when the list was made. */
export type LawReviewItemColumns = {
  id: Generated<number>
  review_id: number
  kind: 'topic' | 'flow' | 'note' | 'link'
  /** Id of the entry, guide or note; of a link its path. */
  target: string
  title: string
  owner: string
  /** Why it rests on the document, a line for each reason. */
  detail: string
  state: 'waiting' | 'kept' | 'changed'
  /** Grows with every decision. */
  version: number
  decided_by: string | null
  decided_at: number | null
}

/** Official notices, from the day somebody asked for one. What is said in them is never changed. */
export type BulletinColumns = {
  id: Generated<number>
  text: string
  link: string | null
  /** The entry in the place of whose answer it stands; null where it is pinned above every answer. */
  topic: string | null
  ends_at: number
  /** `asked`: two persons have not yet said yes. A time that is over is seen by `ends_at` alone. */
  state: 'asked' | 'out' | 'rejected' | 'withdrawn' | 'ended'
  author_id: number
  /** Names are as they were then. */
  author: string
  asked_at: number
  out_at: number | null
  closed_at: number | null
  closed_by: string | null
  /** Why it was rejected or ended; empty where nobody said. */
  reason: string
}

/** Who said yes to an official notice: each once. */
export type BulletinApprovalColumns = {
  bulletin: number
  account_id: number
  account: string
  approved_at: number
}
/** Receipts of what was erased; nothing in them says whose. */
export type ErasureColumns = {
  id: Generated<number>
  code: string
  erased_at: number
  asked_by: 'person' | 'platform' | 'staff'
  /** JSON: how many of what. */
  counts: string
}

/** Conversations that are gone over once more, since something was on its way when they were erased. */
export type ErasureRemainColumns = { conversation: string; until: number; due_at: number }

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
  open_questions: OpenQuestionColumns
  tally_marks: TallyMarkColumns
  tallies: TallyColumns
  visitors: VisitorColumns
  day_salts: DaySaltColumns
  question_decisions: QuestionDecisionColumns
  decided_forms: DecidedFormColumns
  help_requests: HelpRequestColumns
  accounts: AccountColumns
  sessions: SessionColumns
  devices: DeviceColumns
  account_links: AccountLinkColumns
  audit: AuditColumns
  drafts: DraftColumns
  file_changes: FileChangeColumns
  link_counts: LinkCountColumns
  link_codes: LinkCodeColumns
  carried_guides: CarriedGuideColumns
  law_reviews: LawReviewColumns
  law_review_items: LawReviewItemColumns
  bulletins: BulletinColumns
  bulletin_approvals: BulletinApprovalColumns
  erasures: ErasureColumns
  erasure_remains: ErasureRemainColumns
}

/** The two databases that Loa runs on. */
export type DialectName = 'sqlite' | 'postgres'
