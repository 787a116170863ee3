import { createHash } from 'node:crypto'

/**
 * The id of an event to which the platform gave none, the same for every delivery of it.
 * @param parts what makes it this event: kind, account, person, the platform's timestamp, content
 */
export function toEventId(kind: string, parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return `${kind}:${hash.slice(0, 32)}`
}
