import type { RehearsalRunner } from './rehearsal-runner'
import { Rehearser } from './rehearser'

/** Runs rehearsals where it is called: in a thread that has nothing else to do. */
export function createLocalRunner(): RehearsalRunner {
  const rehearser = new Rehearser()
  let known: number | null = null
  let last: Promise<unknown> = Promise.resolve()
  return {
    run({ revision, read }, task) {
      const result = last.then(async () => {
        if (known !== revision) rehearser.rebase(await read())
        known = revision
        return rehearser.run(task)
      })
      last = result.catch(() => {})
      return result
    },
    async close() {
      await last
    },
  }
}
