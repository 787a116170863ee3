import { createHash } from 'node:crypto'
import type { Flow } from './flow'

/** SHA-256 of a flow's content, in hex: a person stays on the version with the hash that they began. */
export function hashFlow(flow: Flow): string {
  return createHash('sha256').update(JSON.stringify(flow)).digest('hex')
}
