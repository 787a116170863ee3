import { parentPort } from 'node:worker_threads'
import { createLocalRunner } from '../rehearsal/create-local-runner'
import type { RehearsalBase, RehearsalTask } from '../rehearsal/rehearser'

/** What comes in; the base where it is newer than the one before. */
type Message = { revision: number; base: RehearsalBase | null; task: RehearsalTask }

const runner = createLocalRunner()

parentPort?.on('message', async ({ revision, base, task }: Message) => {
  const read = async () => {
    if (!base) throw new Error('the first task comes with what it is tried on')
    return base
  }
  try {
    parentPort?.postMessage({ result: await runner.run({ revision, read }, task) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
