import { formatPayload } from '../bot/payload'
import type { MessengerProfile } from '../channels/messenger/profile'
import type { ReplyButton } from '../channels/reply'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { MessengerPage } from '../knowledge/messenger-page'

/** What the page on Messenger is to show, its buttons as the bot's payloads; null where nothing is written of it. */
export function toMessengerProfile({
  messenger,
}: Pick<KnowledgeBase, 'messenger'>): MessengerProfile | null {
  if (!messenger) return null
  return {
    greeting: messenger.greeting,
    menu: messenger.menu.map(toButton),
    iceBreakers: messenger.ice_breakers.map(({ question, topic }) => ({
      question,
      payload: formatPayload({ kind: 'topic', topic }),
    })),
  }
}

function toButton(item: MessengerPage['menu'][number]): ReplyButton {
  const { title } = item
  if ('link' in item) return { title, url: item.link }
  if ('topic' in item)
    return { title, payload: formatPayload({ kind: 'topic', topic: item.topic }) }
  if ('flow' in item) return { title, payload: formatPayload({ kind: 'flow', flow: item.flow }) }
  return { title, payload: formatPayload({ kind: 'command', command: item.command }) }
}
