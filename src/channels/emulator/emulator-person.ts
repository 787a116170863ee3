/**
 * Who talks to us through the Bot Framework Emulator: the port it listens on at this machine, and its name for the
 * conversation. Kept as one string, `<port>.<conversation>`, so that a reply finds its way after a restart too.
 */
export type EmulatorPerson = { port: number; conversation: string }

/** Writes a person. */
export function formatEmulatorPerson({ port, conversation }: EmulatorPerson): string {
  return `${port}.${conversation}`
}

/** Reads a person; null for what {@link formatEmulatorPerson} did not write. */
export function parseEmulatorPerson(person: string): EmulatorPerson | null {
  const [, port, conversation] = /^(\d{1,5})\.(.{1,300})$/s.exec(person) ?? []
  return port && conversation ? { port: Number(port), conversation } : null
}
