import { toAddressMessage } from '../find-addresses'
import { isAllowedLink } from '../is-allowed-link'
import { askMeant } from '../nearest-word'
import type { Problem } from '../problem'
import { problemAt } from '../problem-at'
import type { Check } from './check'

/** The menu and the first questions of the page on Messenger lead to what is there, and to allowed domains only. */
export const checkMessengerPage: Check = ({
  draft: { knowledge, read, places, topicIds },
  flowIds,
}) => {
  const page = read.messenger
  if (!page) return []
  const find = (path: PropertyKey[], what: string, id: string, ids: ReadonlySet<string>) => {
    if (ids.has(id)) return []
    const message = `không có ${what} "${id}"; ${askMeant(id, ids) ?? 'sửa id hoặc bỏ dòng này'}`
    return [problemAt(places.messenger, path, { message })]
  }
  return [
    ...page.menu.flatMap((item, index): Problem[] => {
      const at = ['menu', index]
      if ('topic' in item) return find([...at, 'topic'], 'mục', item.topic, topicIds)
      if ('flow' in item) return find([...at, 'flow'], 'hướng dẫn', item.flow, flowIds)
      if (!('link' in item)) return []
      if (isAllowedLink(item.link, knowledge.settings.allowed_domains)) return []
      const message = toAddressMessage(item.link)
      return [problemAt(places.messenger, [...at, 'link'], { message })]
    }),
    ...page.ice_breakers.flatMap(({ topic }, index) =>
      find(['ice_breakers', index, 'topic'], 'mục', topic, topicIds),
    ),
  ]
}
