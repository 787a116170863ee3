import { type Kysely, sql } from 'kysely'
import { Client } from 'pg'
import type { Database } from './open-database'
import type { Schema } from './schema'
import { shareRuns } from './share-runs'

/**
 * What there is news of: events to handle, messages to send, a revision to serve, official notices to say, and something
 * to read for the web page of the conversation that the notice names.
 */
export type NoticeTopic = 'inbox' | 'outbox' | 'revisions' | 'bulletins' | 'web'

/**
 * Word between the processes on one PostgreSQL, so that none has to look all the time. A notice only saves waiting:
 * one that is lost with its process or its connection costs the time until the next look.
 */
export type Notices = {
  /** Tells the other processes soon; those that are told together with others go in one statement. */
  announce(topic: NoticeTopic, detail?: string): void
  /**
   * Calls back for each notice of another process with its detail, and with an empty one once we can hear and each time
   * that we can again: until then notices may have been missed.
   */
  listen(topic: NoticeTopic, listener: (detail: string) => void): void
  /** Hears and tells nothing any more. May be called twice. */
  close(): Promise<void>
}

const CHANNEL = 'loa'
const RECONNECT_MS = 1_000

/** Tells all processes, this one too, when the transaction commits; nothing where it is rolled back or on SQLite. */
export async function announceAtCommit(
  transaction: Kysely<Schema>,
  { dialect }: Pick<Database, 'dialect'>,
  topic: NoticeTopic,
): Promise<void> {
  if (dialect === 'postgres') {
    await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ topic })})`.execute(transaction)
  }
}

/** Opens the notices of a database. On SQLite, which one process uses, there is nobody to tell. */
export function openNotices({ kysely, dialect }: Database, url: string): Notices {
  if (dialect === 'sqlite') return { announce() {}, listen() {}, async close() {} }

  /** Tells our own notices, which come back to us, from the others'. */
  const from = `${process.pid}.${Math.random()}`
  const listeners = new Map<NoticeTopic, ((detail: string) => void)[]>()
  let untold = new Set<string>()
  let client: Client | undefined
  let isHearing = false
  let retry: NodeJS.Timeout | undefined
  let isClosed = false

  const tell = shareRuns(async () => {
    const words = JSON.stringify([...untold])
    untold = new Set()
    if (isClosed) return
    // Beside the transaction that it speaks of: inside, PostgreSQL commits one after another whatever tells something.
    await sql`select pg_notify(${CHANNEL}, word) from json_array_elements_text(${words}) as word`
      .execute(kysely)
      .catch(() => {}) // nobody is told; they look by themselves
  })

  function hear(topic: NoticeTopic, detail: string): void {
    for (const listener of listeners.get(topic) ?? []) listener(detail)
  }

  function connect(): void {
    const connecting = new Client({ connectionString: url, keepAlive: true })
    client = connecting
    const again = () => {
      if (isClosed || client !== connecting) return
      client = undefined
      isHearing = false
      retry = setTimeout(connect, RECONNECT_MS)
      connecting.end().catch(() => {})
    }
    connecting.on('error', again)
    connecting.on('end', again)
    connecting.on('notification', ({ payload = '' }) => {
      const notice = readNotice(payload)
      if (notice && notice.from !== from) hear(notice.topic, notice.detail ?? '')
    })
    connecting
      .connect()
      .then(() => connecting.query(`listen ${CHANNEL}`))
      .then(() => {
        isHearing = true
        for (const topic of listeners.keys()) hear(topic, '')
      })
      .catch(again)
  }

  connect()
  return {
    announce(topic, detail) {
      untold.add(JSON.stringify({ topic, from, detail }))
      void tell()
    },
    listen(topic, listener) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), listener])
      if (isHearing) listener('')
    },
    async close() {
      if (isClosed) return
      isClosed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}

function readNotice(
  payload: string,
): { topic: NoticeTopic; from?: string; detail?: string } | undefined {
  try {
    // Written by this file, unless someone else uses our database: then it is of no topic of ours and nobody hears it.
    return JSON.parse(payload)
  } catch {
    return undefined
  }
}
