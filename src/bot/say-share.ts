import { fillMessage } from '../knowledge/messages'
import { findShared, type SharedAddress, toKitPath, toLink } from '../share/kit/shared'
import type { Turn } from './turn'

/**
 * Gives the link to a guide, or without one to what was last answered, for the person to send on, and the way to what
 * officials hand on of it. Small talk, and a conversation that has just begun, are shared as the chat itself.
 */
export async function sayShare(turn: Turn, guide: string | null): Promise<void> {
  const { content, site } = turn.services
  const address: SharedAddress =
    guide === null ? { kind: 'topic', id: turn.chat.topic ?? '' } : { kind: 'guide', id: guide }
  const chat: SharedAddress = { kind: 'chat' }
  // Only the title is said, which a notice leaves as it is.
  const shareable = { ...content, bulletins: [] }
  const shared = findShared(address, shareable) ?? findShared(chat, shareable)
  if (!shared) return
  const { city } = content.knowledge.units
  await turn.say(
    fillMessage(turn.messages.kit.answer, {
      title: shared.title,
      link: toLink(shared.address, { base: site, unit: city, city, place: 'chat' }),
      kit: `${site}${toKitPath(shared.address)}`,
    }),
  )
  turn.note({ kind: 'answer', topic: shared.address.kind === 'topic' ? shared.address.id : null })
}
