/** A command cannot go on: the message says what the person at the terminal does about it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Runs a command; an error that it expects is printed without a stack, and the exit code is 1. */
export function runCommand(command: () => Promise<void>): void {
  command().catch((error: unknown) => {
    const expected = error instanceof CommandError
    const text = error instanceof Error ? (expected ? error.message : error.stack) : String(error)
    process.stderr.write(`${text}\n`)
    process.exitCode = 1
  })
}
