import { createLogger } from '../server/create-logger'
import { createProcessLoader } from '../server/create-process-loader'
import { createProcessRunner } from '../server/create-process-runner'
import { startServer } from '../server/start-server'
import { CommandError, runCommand } from './command-error'
import { readEnvironment } from './read-environment'

/** `npm start`: serves until SIGTERM or SIGINT. */
async function serve(): Promise<void> {
  const config = readEnvironment()
  const logger = createLogger(config.environment.LOG_LEVEL)
  const loader = createProcessLoader()
  const runner = createProcessRunner()
  const server = await startServer(config, { loader, runner, logger }).catch(
    async (error: unknown) => {
      await loader.close()
      await runner.close()
      throw new CommandError(error instanceof Error ? error.message : String(error))
    },
  )
  process.stdout.write(`Loa is ready\n${server.lines.map((line) => `  ${line}\n`).join('')}`)

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping: finishing what is in flight')
      void server.stop().then(() => process.exit(0))
    })
  }
}

runCommand(serve)
