import type { Messages } from '../knowledge/messages'
import type { Turn } from './turn'

/** What channels put into `contentType`, and what it is called in messages.yaml. */
const KINDS: readonly [RegExp, keyof Messages['attachment']][] = [
  [/^image\//, 'image'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
  [/sticker$/, 'sticker'],
  [/location$/, 'location'],
  [/^text\/uri-list$/, 'link'],
]

/** Says politely what the bot does with a photo, a voice message, a place… */
export async function sayAttachment(turn: Turn, contentType: string): Promise<void> {
  const kind = KINDS.find(([pattern]) => pattern.test(contentType))?.[1] ?? 'file'
  await turn.say(turn.messages.attachment[kind])
  turn.note({ kind: 'fallback' })
}
