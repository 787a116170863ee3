import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Measurement } from './measure-system'
import { SYSTEMS } from './systems'

const PROGRAM = join(__dirname, 'measure-system.ts')
const SIZES = [100, 1_000, 10_000]
/** Questions asked of every system, and of bare fuse.js at each size: it needs seconds for one of the last. */
const QUESTIONS = '200'
const FUSE_QUESTIONS = ['100', '20', '5']

/**
 * Compares our matcher with what one would take otherwise, on the campaign's own entries, and shows how the time of
 * ours and of bare fuse.js grows with the number of entries. Every row is a process of its own.
 */
export function compareMatchers(): void {
  console.log('\nmatchers on the campaign, every fifth example asked and not learnt')
  console.table(toTable(SYSTEMS.map(({ name }) => measure(name))))

  console.log('growth with the number of entries, eight examples each')
  const ours = SIZES.map((entries) => measure('Loa', entries, '2000'))
  const fuse = SIZES.map((entries, index) => measure('fuse.js', entries, FUSE_QUESTIONS[index]))
  console.table(toTable([...ours, ...fuse]))
  const [mine, bare] = [ours.at(-1), fuse.at(-1)]
  const ratio = (bare?.p50Ms ?? 0) / (mine?.p50Ms ?? 1)
  console.log(`at ${SIZES.at(-1)} entries fuse.js takes ${ratio.toFixed(0)} times as long as Loa`)
}

function measure(system: string, entries = 0, most = QUESTIONS): Measurement {
  const output = execFileSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=8192',
      '--import',
      'tsx',
      PROGRAM,
      '--system',
      system,
      '--entries',
      String(entries),
      '--most',
      most,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return JSON.parse(output.slice(output.lastIndexOf('{'))) as Measurement // nlp.js prints as it trains
}

function toTable(measurements: readonly Measurement[]) {
  return measurements.map(({ system, entries, ...figures }) => ({
    system,
    entries,
    'first right %': round(figures.firstRight, 1),
    'in three %': round(figures.inThree, 1),
    'load ms': round(figures.loadMs, 0),
    'p50 ms': round(figures.p50Ms, 2),
    'p99 ms': round(figures.p99Ms, 2),
    'memory MB': round(figures.memoryMb, 1),
  }))
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
