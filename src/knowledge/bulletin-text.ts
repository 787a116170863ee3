import type { Bulletin } from './bulletin'
import { toHanoiDay, toHanoiTime } from './hanoi-day'
import { fillMessage, type Messages } from './messages'
import { toSpokenDay } from './source-line'

/** A notice as a citizen reads it, without its link: that it is official, until when it holds, and what it says. */
export function toBulletinWords({ text, endsAt }: Bulletin, { bulletin }: Messages): string {
  const until = `${toHanoiTime(endsAt)} ngày ${toSpokenDay(toHanoiDay(endsAt))}`
  return fillMessage(bulletin, { until, text: text.trim() })
}

/** A notice as it is said in a chat: its link on a line of its own, which takes no button from the answer. */
export function toBulletinText(bulletin: Bulletin, messages: Messages): string {
  const words = toBulletinWords(bulletin, messages)
  return bulletin.link === null ? words : `${words}\n${bulletin.link}`
}
