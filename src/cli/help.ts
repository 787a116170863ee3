import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runCommand } from './command-error'

const PACKAGE = join(__dirname, '../../package.json')
const packageSchema = z.object({
  'scripts-info': z.record(z.string(), z.record(z.string(), z.string())),
})

/** `npm run help`: every script of package.json with the line that says what it does, in groups. */
async function help(): Promise<void> {
  const { 'scripts-info': groups } = packageSchema.parse(JSON.parse(readFileSync(PACKAGE, 'utf8')))
  const width = Math.max(...Object.values(groups).flatMap((group) => lengths(group)))
  for (const [group, lines] of Object.entries(groups)) {
    process.stdout.write(`${group}\n`)
    for (const [name, line] of Object.entries(lines)) {
      process.stdout.write(`  ${toCommand(name).padEnd(width)}  ${line}\n`)
    }
  }
}

const lengths = (group: Readonly<Record<string, string>>) =>
  Object.keys(group).map((name) => toCommand(name).length)

/** npm has words of its own for two scripts. */
const toCommand = (name: string) =>
  name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`

runCommand(help)
