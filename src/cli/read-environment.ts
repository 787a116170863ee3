import { type Config, ConfigError, readConfig } from '../server/config'
import { CommandError } from './command-error'

/**
 * The configuration of a command: the environment, and beneath it a file `.env` beside package.json.
 * @throws {CommandError} listing every mistake
 */
export function readEnvironment(): Config {
  const config = readEnvironmentOrProblems()
  if (config instanceof ConfigError) throw new CommandError(config.message)
  return config
}

/** The same, or what is wrong with it, for a command that tells of mistakes in its own way. */
export function readEnvironmentOrProblems(): Config | ConfigError {
  loadEnvironmentFile()
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
}

function loadEnvironmentFile(): void {
  try {
    process.loadEnvFile('.env')
  } catch {
    // There is none: every variable has a default.
  }
}
