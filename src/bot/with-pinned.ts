import { findPinned } from '../knowledge/bulletin'
import { toBulletinText } from '../knowledge/bulletin-text'
import type { Turn } from './turn'

/**
 * A text with the pinned notice above it, as it is now, once a turn: above every answer, which may be all that someone
 * reads; but `once`, in a guide, only above the first step after it came out. It is no message of its own, since
 * platforms count messages.
 */
export function withPinned(turn: Turn, text: string, when: 'always' | 'once' = 'always'): string {
  const pinned = findPinned(turn.bulletins)
  if (!pinned || turn.hasPinned) return text
  if (when === 'once' && turn.chat.pinned === pinned.id) return text
  turn.hasPinned = true
  turn.chat.pinned = pinned.id
  return `${toBulletinText(pinned, turn.messages)}\n\n${text}`
}
