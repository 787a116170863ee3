import pino from 'pino'
import { ConfigError, readConfig } from '../server/config'
import { createWorkerLoader } from '../server/create-worker-loader'
import { startServer } from '../server/start-server'
import { CommandError, runCommand } from './command-error'

/** `npm start`: serves until SIGTERM or SIGINT. */
async function serve(): Promise<void> {
  loadEnvironmentFile()
  const config = readConfigOrExplain()
  const logger = pino({ level: config.environment.LOG_LEVEL, base: null })
  const loader = createWorkerLoader()
  const server = await startServer(config, { loader, logger }).catch(async (error: unknown) => {
    await loader.close()
    throw new CommandError(error instanceof Error ? error.message : String(error))
  })
  process.stdout.write(`Loa is ready\n${server.lines.map((line) => `  ${line}\n`).join('')}`)

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping: finishing what is in flight')
      void server.stop().then(() => process.exit(0))
    })
  }
}

function readConfigOrExplain() {
  try {
    return readConfig(process.env)
  } catch (error) {
    throw error instanceof ConfigError ? new CommandError(error.message) : error
  }
}

/** Variables of a file `.env` beside package.json; those that are already set win. */
function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile('.env')
  } catch {
    // There is none: every variable has a default.
  }
}

runCommand(serve)
