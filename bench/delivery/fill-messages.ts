import { sql } from 'kysely'
import { openDatabase } from '../../src/storage/open-database'

/** Stores `count` messages that were handled and as many replies that were sent, of `count / 20` people. */
export async function fillMessages(url: string, count: number): Promise<void> {
  const { kysely, dialect, close } = await openDatabase(url)
  const activity = JSON.stringify({ type: 'message', text: 'câu hỏi '.repeat(40) })
  const payload = JSON.stringify({ message: { text: 'câu trả lời '.repeat(40) } })
  const numbers =
    dialect === 'postgres'
      ? sql`select n from generate_series(1, ${count}::int) as n`
      : sql`with recursive number(n) as (select 1 union all select n + 1 from number where n < ${count}) select n from number`
  const conversation = sql`'messenger:1000001:4' || (n % (${count} / 20))`
  await sql`
    insert into inbox (channel, event_id, conversation, occurred_at, activity, status, available_at, received_at)
    select 'messenger', 'old_' || n, ${conversation}, n, ${activity}, 'done', n, n from (${numbers}) as numbers`.execute(
    kysely,
  )
  await sql`
    insert into outbox (channel, conversation, inbox_id, payload, status, attempts, available_at, created_at, sent_at)
    select 'messenger', ${conversation}, n, ${payload}, 'sent', 1, n, n, n from (${numbers}) as numbers`.execute(
    kysely,
  )
  if (dialect === 'postgres') await sql`vacuum analyze`.execute(kysely)
  await close()
}
