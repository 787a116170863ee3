import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema'

/** Something that somebody did. */
export type AuditNote = {
  /** Who; null for what was done at the server's own terminal. */
  account: { id: number; name: string } | null
  /** What, as `part.verb`: `people.invite`. Screens give it words. */
  action: string
  /** To what: an id, a title, the name of one of the staff. */
  subject: string
  /** Short Vietnamese text for those who read the trail. Nothing personal of citizens, no secret. */
  detail: string
}

/** A line of the trail, as it is read. */
export type AuditEntry = {
  id: number
  /** Epoch milliseconds. */
  notedAt: number
  accountId: number | null
  accountName: string
  action: string
  subject: string
  detail: string
}

/** What is looked for in the trail; what is left out does not matter. */
export type AuditFilter = {
  accountId?: number | undefined
  /** The whole action, or the part before its dot. */
  action?: string | undefined
  /** Words of the subject or detail, as they are written. */
  text?: string | undefined
  /** Epoch milliseconds: from then on, and before then. */
  from?: number | undefined
  until?: number | undefined
  /** Entries older than this one: the next page. */
  beforeId?: number | undefined
}

/** The name that the trail gives to what no account did. */
const TERMINAL = 'Máy chủ'

/** The audit trail: it can be added to and read, nothing else; the database itself refuses changes. */
export type AuditTable = {
  note(note: AuditNote): Promise<void>
  /** Newest first. */
  read(filter: AuditFilter, limit: number): Promise<AuditEntry[]>
}

/**
 * The audit trail, over a database or the transaction of the change that is noted.
 * @param now epoch milliseconds
 */
export function auditTable(db: Kysely<Schema>, now: () => number): AuditTable {
  return {
    async note({ account, action, subject, detail }) {
      await db
        .insertInto('audit')
        .values({
          noted_at: now(),
          account_id: account?.id ?? null,
          account_name: account?.name ?? TERMINAL,
          action,
          subject,
          detail,
        })
        .execute()
    },

    read({ accountId, action, text, from, until, beforeId }, limit) {
      let query = db
        .selectFrom('audit')
        .select(['id', 'noted_at as notedAt', 'account_id as accountId'])
        .select(['account_name as accountName', 'action', 'subject', 'detail'])
      if (accountId !== undefined) query = query.where('account_id', '=', accountId)
      if (action !== undefined)
        query = query.where(({ or, eb }) =>
          or([eb('action', '=', action), isLike('action', `${escapeLike(action)}.%`)]),
        )
      if (text !== undefined) {
        const pattern = `%${escapeLike(text)}%`
        query = query.where(({ or }) => or([isLike('subject', pattern), isLike('detail', pattern)]))
      }
      if (from !== undefined) query = query.where('noted_at', '>=', from)
      if (until !== undefined) query = query.where('noted_at', '<', until)
      if (beforeId !== undefined) query = query.where('id', '<', beforeId)
      return query.orderBy('id', 'desc').limit(limit).execute()
    },
  }
}

/** The databases differ in what escapes by default, so it is said. */
function isLike(column: 'action' | 'subject' | 'detail', pattern: string) {
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape '!'`
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, '!$&')
}
