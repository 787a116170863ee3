import { setImmediate } from 'node:timers/promises'
import { backOff } from './back-off'
import { within } from './within'

/** Something that works in the background until it is stopped. */
export type Worker = {
  start(): void
  /**
   * Looks for nothing new and waits for what is in flight or just being claimed, up to a limit. What is still in
   * flight then is taken up by the next process. May be called twice, and before `start`, after which `start` does nothing.
   */
  stop(): Promise<void>
  /** There is something to do: look now instead of at the next poll. */
  wake(): void
  /**
   * For how long no look for work and no piece of work has ended, in milliseconds. One ends every second even where there
   * is nothing to do, so a minute means that it hangs. 0 while it does not run.
   */
  quietMs(): number
}

/** How a {@link createWorkLoop} works. */
export type WorkLoopOptions = {
  /**
   * Claims one piece of work and does it. Calls `claimed` as soon as it has one, so that another lane can look for
   * the next. Resolves to false when there was none. Throws when the database is gone.
   */
  step(claimed: () => void): Promise<boolean>
  /** How many pieces are worked on at a time. */
  lanes: number
  /** Told of what a step threw; the loop then rests and goes on. */
  onError(error: unknown): void
  random: () => number
}

/** How often an idle worker looks whether something has become due. */
const POLL_MS = 1_000

/** Longer than a request to a platform may take, shorter than the 30 s after which orchestrators kill. */
export const DRAIN_LIMIT_MS = 15_000

/** A database that restarts is back within seconds; one that is gone for long is asked every ten. */
const REST = { firstMs: 200, capMs: 10_000 }

/** Runs a step again and again in up to `lanes` lanes. An idle loop has no lane open. */
export function createWorkLoop({ step, lanes, onError, random }: WorkLoopOptions): Worker {
  let phase: 'new' | 'running' | 'stopped' = 'new'
  let woken = false
  let failures = 0
  let resting: NodeJS.Timeout | undefined
  let poll: NodeJS.Timeout | undefined
  let busy = 0
  let lastEnd = 0
  const running = new Set<Promise<void>>()

  function openLane(): void {
    if (phase !== 'running' || resting || busy >= lanes) return
    busy += 1
    const lane = runLane().finally(() => running.delete(lane))
    running.add(lane)
  }

  async function runLane(): Promise<void> {
    try {
      let worked = true
      while (phase === 'running' && !resting && (worked || woken)) {
        woken = false
        worked = await step(openLane)
        failures = 0
        lastEnd = performance.now()
        // SQLite answers without leaving the event loop's turn: a long queue would keep webhooks from being read.
        await setImmediate()
      }
    } catch (error) {
      lastEnd = performance.now()
      onError(error)
      rest()
    } finally {
      // In the same breath as the loop's last look at `woken`, so that no call for work falls between the two.
      busy -= 1
    }
  }

  function rest(): void {
    if (resting || phase !== 'running') return
    failures += 1
    resting = setTimeout(
      () => {
        resting = undefined
        openLane()
      },
      backOff(failures, random, REST),
    )
  }

  return {
    start() {
      if (phase !== 'new') return
      phase = 'running'
      lastEnd = performance.now()
      poll = setInterval(openLane, POLL_MS)
      openLane()
    },

    async stop() {
      phase = 'stopped'
      clearInterval(poll)
      clearTimeout(resting)
      await within(Promise.all(running), DRAIN_LIMIT_MS, () => undefined).catch(() => {})
    },

    wake() {
      woken = true
      openLane()
    },

    quietMs: () => (phase === 'running' ? performance.now() - lastEnd : 0),
  }
}
