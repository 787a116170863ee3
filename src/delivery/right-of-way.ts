import { setTimeout } from 'node:timers/promises'

/** So many webhooks at a time are a crowd; at a few hundred a second, one or two are. */
const CROWD = 8
/** What gives way goes on after this all the same, so that nothing stands still however long the crowd lasts. */
const LONGEST_MS = 100
const LOOK_AGAIN_MS = 5

/**
 * Lets a crowd of webhooks go first: a platform takes a webhook that is not answered within seconds for lost, while
 * what is stored can wait. All share one thread, and a turn takes as long as a dozen webhooks.
 */
export class RightOfWay {
  #underWay = 0

  /** Counts the work as under way until it is over. */
  async take<T>(work: Promise<T>): Promise<T> {
    this.#underWay += 1
    try {
      return await work
    } finally {
      this.#underWay -= 1
    }
  }

  /** Resolves when there is no crowd, at the latest after a tenth of a second. */
  async give(): Promise<void> {
    for (let waited = 0; this.#underWay >= CROWD && waited < LONGEST_MS; waited += LOOK_AGAIN_MS) {
      await setTimeout(LOOK_AGAIN_MS)
    }
  }
}
