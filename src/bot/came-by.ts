import { type Link, readRef } from '../knowledge/link'
import type { ChatState } from './chat-state'

/** What is done within this time after someone came by a link is counted to it. */
const COUNTED_MS = 24 * 3_600_000

/** The link by which a conversation was last begun, as long as what is done counts to it; null without one. */
export function countedLink({ came }: ChatState, now: number): Link | null {
  return came && now - came.at <= COUNTED_MS ? readRef(came.ref) : null
}

/** The code of the unit whose link someone last came by, however long ago; empty without one. */
export function unitOf({ came }: ChatState): string {
  return readRef(came?.ref)?.unit ?? ''
}
