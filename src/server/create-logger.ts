import pino, { type DestinationStream, type Logger } from 'pino'
import { cleanText } from '../safety/clean-text'
import { redact } from '../safety/redact'

/** An error as the log has it. */
type LoggedError = {
  type: string
  message: string
  code?: string
  stack: string[]
  cause?: LoggedError
}

const MAX_CAUSES = 3
const MAX_FRAMES = 12
/** What an error quotes may be what a person wrote; names of tables, files and codes are told. */
const QUOTED = /"[^"\n]{0,400}"?|'[^'\n]{0,400}'?|`[^`\n]{0,400}`?/g
const NAME = /^[A-Za-z0-9_./:-]{1,80}$/

/**
 * The log of the program. Of errors it takes their kind, their code, where they were thrown, and a message in which
 * nothing is quoted but names: drivers and parsers put rows and texts into theirs.
 * @param destination for tests; standard output by default
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: (error: unknown) => toLogged(error) } }
  return destination ? pino(options, destination) : pino(options)
}

function toLogged(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] }
  const { name, message, stack = '', cause } = error
  const code = 'code' in error ? String(error.code) : undefined
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: name,
    message: toSafeMessage(message),
    ...(code && NAME.test(code) ? { code } : {}),
    stack: frames.slice(0, MAX_FRAMES).map((line) => line.trim()),
    ...(cause instanceof Error && depth < MAX_CAUSES ? { cause: toLogged(cause, depth + 1) } : {}),
  }
}

function toSafeMessage(message: string): string {
  const [line = ''] = cleanText(message).split('\n')
  const told = line.replace(QUOTED, (quoted) => (NAME.test(quoted.slice(1, -1)) ? quoted : '"…"'))
  return redact(told).text
}
