import { isAllowedLink } from './is-allowed-link'
import type { KnowledgeBase } from './knowledge-base'

/** What of the Messenger page leads nowhere, or out of the allowed domains; each a message that names the item. */
export function checkMessengerPage(
  { messenger, topics, settings }: KnowledgeBase,
  flowIds: ReadonlySet<string>,
): string[] {
  if (!messenger) return []
  const menu = messenger.menu.flatMap((item) => {
    const at = `menu, "${item.title}": `
    if ('topic' in item && !topics.has(item.topic)) {
      return [`${at}không có mục "${item.topic}"; sửa lại id`]
    }
    if ('flow' in item && !flowIds.has(item.flow)) {
      return [`${at}không có hướng dẫn "${item.flow}"; sửa lại id`]
    }
    if ('link' in item && !isAllowedLink(item.link, settings.allowed_domains)) {
      return [`${at}đường dẫn ${item.link} không thuộc tên miền được phép trong settings.yaml`]
    }
    return []
  })
  const iceBreakers = messenger.ice_breakers
    .filter(({ topic }) => !topics.has(topic))
    .map(
      ({ question, topic }) => `ice_breakers, "${question}": không có mục "${topic}"; sửa lại id`,
    )
  return [...menu, ...iceBreakers]
}
