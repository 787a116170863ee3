import { type Config, ConfigError } from '../server/config'
import { runCommand } from './command-error'
import { checkChannels } from './doctor/check-channels'
import { checkDatabase } from './doctor/check-database'
import { checkKnowledge } from './doctor/check-knowledge'
import { checkMachine } from './doctor/check-machine'
import { checkSite } from './doctor/check-site'
import type { Finding } from './doctor/finding'
import { readEnvironmentOrProblems } from './read-environment'

const SIGNS = { well: '✓', look: '!', mend: '✗' }

/** `npm run doctor`: what is well, what should be looked at, what must be mended; exits 1 where something must be. */
async function doctor(): Promise<void> {
  const config = readEnvironmentOrProblems()
  if (config instanceof ConfigError) {
    tell(
      config.problems.map((text) => ({
        level: 'mend',
        about: 'configuration',
        text,
        advice: 'see .env.example',
      })),
    )
    return
  }
  tell([{ level: 'well', about: 'configuration', text: describeChannels(config) }])
  const { DATABASE_URL: url } = config.environment
  tell(await checkMachine(url))
  const { findings, database } = await checkDatabase(url)
  tell(findings)
  try {
    tell([checkKnowledge()])
    tell(await checkSite(config))
    tell(await checkChannels(config, database))
  } finally {
    await database?.close()
  }
}

function tell(findings: readonly Finding[]): void {
  for (const { level, about, text, advice } of findings) {
    const todo = advice === undefined ? '' : `\n    → ${advice}`
    process.stdout.write(`${SIGNS[level]} ${about}: ${text}${todo}\n`)
    if (level === 'mend') process.exitCode = 1
  }
}

function describeChannels({ channels }: Config): string {
  const on = Object.entries(channels).flatMap(([name, state]) => (state.on ? [name] : []))
  return `sound; on: ${['web', ...on].join(', ')}`
}

runCommand(doctor)
