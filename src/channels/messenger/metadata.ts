/** Writes our outbox id into a message; the platform gives it back in the echo. */
export function toMetadata(outboxId: number): string {
  return `loa:${outboxId}`
}

/** The outbox id in an echo's metadata; `undefined` when the message is not ours. */
export function readOutboxId(metadata: string): number | undefined {
  const [, digits] = /^loa:(\d{1,15})$/.exec(metadata) ?? []
  return digits === undefined ? undefined : Number(digits)
}
