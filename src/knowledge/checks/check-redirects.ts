import { followRedirects } from '../follow-redirects'
import { askMeant } from '../nearest-word'
import type { Problem } from '../problem'
import { problemAt } from '../problem-at'
import { movedId, type PageKind } from '../redirects'
import type { Check } from './check'

const WHAT: Readonly<Record<PageKind, string>> = { topic: 'mục', flow: 'hướng dẫn' }

/**
 * No link dies: what was published is still there or has an entry in redirects.yaml, and every entry leads from an id
 * that is no more to one that is.
 */
export const checkRedirects: Check = ({
  draft: { read, places, topicIds },
  flowIds,
  published,
}) => {
  const { redirects } = read
  const live = {
    topic: topicIds,
    flow: flowIds,
  }
  const moved = redirects.map(movedId)
  const error = (path: PropertyKey[], message: string) =>
    problemAt(places.redirects, path, { message })

  const wrong = redirects.flatMap((redirect, index): Problem[] => {
    const { kind, id } = movedId(redirect)
    const first = moved.findIndex((one) => one.kind === kind && one.id === id)
    if (first !== index) return [error([index, kind], `id cũ "${id}" có hai dòng; bỏ một dòng`)]
    if (live[kind].has(id)) {
      return [error([index, kind], `"${id}" vẫn là một ${WHAT[kind]}; bỏ dòng này, hoặc đổi id`)]
    }
    const end = followRedirects(redirects, { kind, id })
    if (!end) return [error([index, 'to'], `"${id}" dẫn vòng quanh; sửa to`)]
    if (end.to === null || live[kind].has(end.to)) return []
    const hint = askMeant(end.to, live[kind]) ?? 'sửa to'
    return [error([index, 'to'], `không có ${WHAT[kind]} "${end.to}"; ${hint}`)]
  })
  const dead = (['topic', 'flow'] as const).flatMap((kind) =>
    [...published[kind]].flatMap((id) => {
      if (live[kind].has(id) || moved.some((one) => one.kind === kind && one.id === id)) return []
      const message =
        `${WHAT[kind]} "${id}" đã đăng nên đường dẫn tới nó đã đi khắp nơi; lấy lại, ` +
        `hoặc thêm vào redirects.yaml: {${kind}: ${id}, to: <id nay dùng thay>, on: <ngày>}`
      return [error([], message)]
    }),
  )
  return [...wrong, ...dead]
}
