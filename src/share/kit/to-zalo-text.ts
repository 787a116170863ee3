import { fillMessage } from '../../knowledge/messages'
import { type KitContext, toPlaceLine } from './handout'
import { type Shared, toLink } from './shared'

/**
 * Characters of one message. Zalo documents this for messages of an Official Account ("Gửi tin tư vấn dạng văn bản")
 * and nothing for people's own chats.
 */
export const ZALO_TEXT_LENGTH = 2000

/** The short text that officials paste in a Zalo group, with the link. */
export function toZaloText(shared: Shared, { knowledge, unit, base }: KitContext): string {
  const { messages, settings, units } = knowledge
  return fillMessage(messages.kit.zalo, {
    title: shared.title,
    answer: shared.answer,
    link: toLink(shared.address, { base, unit, city: units.city, place: 'zalo' }),
    place: toPlaceLine(unit, messages),
    organiser: settings.campaign.organiser,
  })
}
