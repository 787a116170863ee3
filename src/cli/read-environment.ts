import { type Config, ConfigError, readConfig } from '../server/config'
import { CommandError } from './command-error'

/**
 * The configuration of a command: the environment, and beneath it a file `.env` beside package.json.
 * @throws {CommandError} listing every mistake
 */
export function readEnvironment(): Config {
  loadEnvironmentFile()
  try {
    return readConfig(process.env)
  } catch (error) {
    throw error instanceof ConfigError ? new CommandError(error.message) : error
  }
}

function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile('.env')
  } catch {
    // There is none: every variable has a default.
  }
}
