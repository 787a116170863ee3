import type { EntryDraft } from '../../storage/draft-table'
import type { AnswersOptions } from './answers-options'

/** How often drafts whose time has come are looked for. */
const LOOK_MS = 5_000
/** Publishing takes seconds; a process that dies meanwhile keeps the draft from the others no longer than this. */
const LEASE_MS = 120_000

/** Publishes scheduled drafts. Any number of processes may run one. */
export type PublicationWorker = {
  start(): void
  /** Publishes what is due now; for tests and for the first look. */
  look(): Promise<void>
  /** Looks no more, and waits for what is under way. */
  stop(): Promise<void>
}

/** @param options.onFailure called with what no draft is to blame for: the database is gone */
export function createPublicationWorker(options: {
  drafts: AnswersOptions['drafts']
  /** Publishes a draft whose time has come, of whichever kind. */
  publishDue(draft: EntryDraft): Promise<void>
  now: () => number
  onFailure(error: unknown): void
}): PublicationWorker {
  const { drafts, publishDue, now, onFailure } = options
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined

  async function publishAllDue(): Promise<void> {
    for (;;) {
      const draft = await drafts.claimDue(now(), LEASE_MS)
      if (!draft) return
      await publishDue(draft)
    }
  }

  function look(): Promise<void> {
    looking ??= publishAllDue()
      .catch(onFailure)
      .finally(() => {
        looking = undefined
      })
    return looking
  }

  return {
    start() {
      timer = setInterval(() => void look(), LOOK_MS)
    },
    look,
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
