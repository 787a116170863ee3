import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type SpawnedProgram, spawnProgram } from '../../tests/e2e/spawn-program'

const SAVES = 9
const LOOK_EVERY_MS = 5

/** One way to edit a topic's file; an example more makes the matcher learn anew. */
const edits: Record<string, (text: string, save: number) => string> = {
  'an answer': (text, save) =>
    text.replace(/^ {2}short:.*?(?=^ {0,2}\w)/ms, `  short: Câu trả lời lần thứ ${save}.\n`),
  'an example': (text, save) =>
    text.replace(/^examples:\n/m, `$&  - câu hỏi chưa ai hỏi bao giờ, lần thứ ${save}\n`),
}

/** Saves a file again and again and prints how long it took until the built program served it. */
export async function timeReload(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'loa-bench-'))
  for (const name of ['knowledge', 'flows']) cpSync(name, join(folder, name), { recursive: true })
  const program = await spawnProgram({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: `file:${join(folder, 'loa.db')}`,
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    FLOWS_DIR: join(folder, 'flows'),
  })
  const path = join(folder, 'knowledge', 'topics', 'account-locked.yaml')
  process.stdout.write('edit        median ms   slowest ms   event loop held up at most, ms\n')
  try {
    for (const [name, edit] of Object.entries(edits)) {
      const times: number[] = []
      const heldUp: number[] = []
      for (let save = 1; save <= SAVES; save++) {
        const before = await readRevision(program)
        await readHeldUpMs(program) // begins to count anew
        const begun = performance.now()
        writeFileSync(path, edit(readFileSync(path, 'utf8'), save))
        while ((await readRevision(program)) === before) await setTimeout(LOOK_EVERY_MS)
        times.push(performance.now() - begun)
        heldUp.push(await readHeldUpMs(program))
      }
      times.sort((a, b) => a - b)
      const cells = [times[SAVES >> 1], times.at(-1), Math.max(...heldUp)]
      const row = cells.map((ms) => (ms ?? 0).toFixed(0).padStart(9)).join('    ')
      process.stdout.write(`${name.padEnd(12)}${row}\n`)
    }
  } finally {
    await program.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readRevision({ url }: SpawnedProgram): Promise<number> {
  const readiness = (await (await fetch(`${url}/readyz`)).json()) as {
    knowledge: { revision: number }
  }
  return readiness.knowledge.revision
}

async function readHeldUpMs({ url }: SpawnedProgram): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return 1000 * Number(/^nodejs_eventloop_lag_max_seconds (.*)$/m.exec(metrics)?.[1])
}
