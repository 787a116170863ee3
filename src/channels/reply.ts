import type { Activity, CardAction } from 'botbuilder-core'
import { splitText } from '../text/split-text'

/** A button under a reply: a tap sends `payload` back, or opens `url`. */
export type ReplyButton = { title: string; payload: string } | { title: string; url: string }

/** What the bot says in one message, before a platform's limits. */
export type Reply = { text: string; buttons: ReplyButton[] }

/**
 * Reads what the bot said: its text, and the suggested actions as buttons (`openUrl` opens an address, any other sends
 * its value back). Buttons without a title or a value are left out; without a text the titles are the text, since no
 * platform takes buttons alone.
 */
export function readReply(activity: Partial<Activity>): Reply {
  const buttons = toReplyButtons(activity.suggestedActions?.actions ?? [])
  const text = (activity.text ?? '').normalize('NFC').trim()
  return { text: text || buttons.map(({ title }) => title).join('\n'), buttons }
}

/** Actions as buttons; without those that have no title or no value. */
export function toReplyButtons(actions: readonly CardAction[]): ReplyButton[] {
  return actions.flatMap(toButton)
}

function toButton(action: CardAction): ReplyButton[] {
  const title = action.title?.normalize('NFC').trim()
  const value: unknown = action.value
  if (!title || typeof value !== 'string' || !value.trim()) return []
  return [action.type === 'openUrl' ? { title, url: value.trim() } : { title, payload: value }]
}

/** Cuts a text whose last part must be shorter than the others, because the buttons go with it. */
export function splitBeforeButtons(text: string, limits: { part: number; last: number }): string[] {
  const parts = splitText(text, limits.part)
  const last = parts.pop() ?? ''
  return [...parts, ...splitText(last, limits.last)]
}
