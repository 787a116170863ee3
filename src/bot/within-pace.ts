import { keepPace, toWords } from './pace'
import type { Turn } from './turn'

/**
 * Whether this message is answered: who writes too fast, or the same again and again, is told once, and then nothing until
 * they slow down. A wish to be erased is always heard.
 */
export async function isWithinPace(turn: Turn): Promise<boolean> {
  const { limits, now } = turn.services
  const { type, text = '', name } = turn.context.activity
  if (!limits || name === 'erase') return true
  const said = type === 'message' ? text : ''
  const { pace, verdict } = keepPace(turn.chat.pace, { text: said, now, limits })
  turn.chat.pace = pace
  if (verdict === 'fine') return true
  if (verdict === 'told') await turn.say(turn.messages.too_fast)
  turn.note({ kind: 'flood' })
  return false
}

/** Remembers what was said last, before the turn ends: a program that sends it back is no person. */
export function noteSaid({ chat, lastSaid }: Turn): void {
  if (chat.pace && lastSaid) chat.pace.said = toWords(lastSaid)
}
