/** A command cannot go on: the message says what the person at the terminal does about it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Runs a command; an error that it expects is printed without a stack, and the exit code is 1. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    process.stderr.write(`${toText(error)}\n`)
    process.exitCode = 1
  })
}

function toText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof CommandError) return error.message
  // Node's own reader of the command line.
  const { code } = error as NodeJS.ErrnoException
  if (code?.startsWith('ERR_PARSE_ARGS_')) {
    return `${error.message}\nnpm run help lists the commands and what they take`
  }
  return error.stack ?? error.message
}
