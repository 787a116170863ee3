import { createLocalRunner } from '../rehearsal/create-local-runner'
import type { RehearsalAnswer, RehearsalRequest } from './create-process-runner'

const runner = createLocalRunner()

process.on('message', (request: RehearsalRequest) => {
  const { revision, base, task } = request // create-process-runner sends nothing else
  const read = async () => {
    if (!base) throw new Error('the first task comes with what it is tried on')
    return base
  }
  runner.run({ revision, read }, task).then(
    (result) => tell({ result }),
    (error: unknown) => tell({ error: error instanceof Error ? error.message : String(error) }),
  )
})

function tell(answer: RehearsalAnswer): void {
  process.send?.(answer)
}

// The server is gone, or has no more use for this process.
process.on('disconnect', () => process.exit(0))
