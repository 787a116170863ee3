import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { SetFile } from './list-set'
import { takeTurn } from './take-turn'
import { writeZip } from './write-zip'

/** How far a unit's whole set is. `busy`: another unit's is being made. */
export type SetState =
  | { kind: 'none' }
  | { kind: 'busy' }
  | { kind: 'making'; done: number; count: number }
  | { kind: 'ready'; path: string; bytes: number; count: number }

/** Limits on sets, of which each takes some half a minute of work and 27 MB of disk. */
export type SetLimits = {
  /** Sets begun for one address in ten minutes. Default 6. */
  setsPerAddress: number
  /** Sets kept on the disk in this process. Default 12. */
  sets: number
}

/** A unit's set: `key` says everything that it depends on. */
export type WantedSet = { unit: string; key: string }

/** Whole sets as ZIP files in a folder for what is temporary: made once, one at a time, kept while nothing changes. */
export type SetShelf = {
  /** Tells how far a set is; forgets the unit's set of before, when something has changed since. */
  look(wanted: WantedSet): SetState
  /** Begins a set where nothing is under way. Gives the seconds for which the address has to wait, or 0. */
  begin(wanted: WantedSet, address: string, files: readonly SetFile[]): Promise<number>
  /** Ends what is under way and deletes all sets. */
  stop(): Promise<void>
}

const MINUTES = 10

/** @param onError is told what kept a set from being made; whoever waits for it may begin it again */
export function createSetShelf(
  onError: (error: unknown) => void,
  { setsPerAddress = 6, sets = 12 }: Partial<SetLimits> = {},
): SetShelf {
  const addresses = new RateLimiterMemory({ points: setsPerAddress, duration: MINUTES * 60 })
  const stopping = new AbortController()
  let folder: Promise<string> | undefined
  let made = 0
  let job: (WantedSet & { done: number; count: number; ended: Promise<void> }) | undefined
  // Who is in the middle of a download of a deleted file still gets the rest of it.
  const kept = new LRUCache<string, { key: string; path: string; bytes: number; count: number }>({
    max: sets,
    dispose: ({ path }) => void rm(path, { force: true }).catch(onError),
  })

  const make = async ({ unit, key }: WantedSet, files: readonly SetFile[]) => {
    folder ??= mkdtemp(join(tmpdir(), 'loa-share-'))
    const path = join(await folder, `${++made}.zip`)
    try {
      await writeZip(path, files, {
        // As long as it took, others are served: people who chat wait for the same processor.
        async onFile(done, tookMs) {
          if (job) job.done = done
          await pause(tookMs, undefined, { signal: stopping.signal })
        },
      })
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    kept.set(unit, { key, path, bytes: (await stat(path)).size, count: files.length })
  }

  return {
    look({ unit, key }) {
      const found = kept.get(unit)
      if (found?.key === key) return { kind: 'ready', ...found }
      if (found) kept.delete(unit)
      if (!job) return { kind: 'none' }
      const { done, count } = job
      const isSame = job.unit === unit && job.key === key
      return isSame ? { kind: 'making', done, count } : { kind: 'busy' }
    },
    async begin(wanted, address, files) {
      if (job || stopping.signal.aborted) return 0
      const waitSeconds = await takeTurn(addresses, address)
      if (waitSeconds > 0 || job) return waitSeconds
      const ended = make(wanted, files)
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) onError(error)
        })
        .finally(() => {
          job = undefined
        })
      job = { ...wanted, done: 0, count: files.length, ended }
      return 0
    },
    async stop() {
      stopping.abort()
      await job?.ended
      if (folder) await rm(await folder, { recursive: true, force: true })
    },
  }
}
