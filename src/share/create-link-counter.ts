import { toHanoiDay } from '../knowledge/hanoi-day'
import type { Link } from '../knowledge/link'
import type { LinkCount, LinkCountTable, LinkEvent } from '../storage/link-count-table'

/** What was counted reaches the database within this; so much of it is lost if the process dies. */
const FLUSH_MS = 5_000

/** Counts what is done on pages, without holding up who opens one. */
export type LinkCounter = {
  count(link: Link, event: LinkEvent): void
  /** Stores what was counted so far. Never throws: what cannot be stored now is stored with the next. */
  flush(): Promise<void>
  /** Stores the last and counts no more. */
  stop(): Promise<void>
}

/**
 * Adds up in memory and stores every few seconds: a page that ten thousand people open is a row, and not ten thousand
 * writes.
 * @param onError called when nothing could be stored
 */
export function createLinkCounter(options: {
  table: LinkCountTable
  now: () => number
  onError(error: unknown): void
}): LinkCounter {
  const { table, now, onError } = options
  const counted = new Map<string, { day: string; entry: LinkCount }>()
  const add = (day: string, entry: LinkCount) => {
    const { count, ...rest } = entry
    const key = JSON.stringify([day, rest])
    const before = counted.get(key)?.entry.count ?? 0
    counted.set(key, { day, entry: { ...rest, count: before + count } })
  }

  async function flush(): Promise<void> {
    const all = [...counted.values()]
    counted.clear()
    for (const day of new Set(all.map((one) => one.day))) {
      const entries = all.filter((one) => one.day === day).map(({ entry }) => entry)
      try {
        await table.add(day, entries)
      } catch (error) {
        for (const entry of entries) add(day, entry)
        onError(error)
      }
    }
  }

  const timer = setInterval(() => void flush(), FLUSH_MS).unref()
  return {
    count: (link, event) => add(toHanoiDay(now()), { ...link, event, count: 1 }),
    flush,
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}
