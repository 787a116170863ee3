import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { drawFlow } from '../flows/draw-flow'
import { type LoadedFlows, loadFlows, PUBLISHED_FILE } from '../flows/load-flows'
import { writePublished } from '../flows/note-published'
import { addPublished } from '../flows/published-flows'
import { formatProblem } from '../knowledge/problem'
import { CommandError, runCommand } from './command-error'
import { readFolder } from './read-folder'

const PICTURES = 'docs/flows'

/**
 * `npm run flows -- draw`: a picture of every guide in `docs/flows/`.
 * `npm run flows -- publish`: notes the guides' versions in `published.yaml`, against which the check compares edits.
 */
async function flows(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const folder = process.env.FLOWS_DIR || 'flows'
  const loaded = loadFlows(readFolder(folder))
  const [problem] = loaded.problems
  if (problem) throw new CommandError(formatProblem(problem))
  switch (positionals[0]) {
    case 'draw':
      return draw(loaded)
    case 'publish':
      return publish(loaded, join(folder, PUBLISHED_FILE))
    default:
      throw new CommandError('write npm run flows -- draw, or npm run flows -- publish')
  }
}

function draw({ flows: placed }: LoadedFlows): void {
  mkdirSync(PICTURES, { recursive: true })
  const drawn = new Set(placed.map(({ flow }) => `${flow.id}.md`))
  for (const name of readdirSync(PICTURES)) if (!drawn.has(name)) rmSync(join(PICTURES, name))
  for (const { flow } of placed) {
    const path = join(PICTURES, `${flow.id}.md`)
    writeFileSync(path, drawFlow(flow))
    process.stdout.write(`${path}: bản ${flow.version}, ${flow.steps.length} bước\n`)
  }
}

function publish({ flows: placed, published }: LoadedFlows, path: string): void {
  const added = addPublished(
    published,
    placed.map(({ flow }) => flow),
  )
  writeFileSync(path, writePublished(added))
  for (const { flow } of placed) {
    const isNew = !published[flow.id]?.some(({ version }) => version === flow.version)
    process.stdout.write(`${flow.id}: bản ${flow.version}${isNew ? ' (mới ghi)' : ''}\n`)
  }
}

runCommand(flows)
