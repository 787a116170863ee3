import type { Problem } from '../problem'
import { type Place, problemAt } from '../problem-at'
import type { Source } from '../topic'
import type { Check } from './check'

/** Every answer rests on something that is written down, and every claim of the outline is told by some answer. */
export const checkSources: Check = ({ draft: { knowledge, topics, read, places, unread } }) => {
  const claimIds = new Set(read.outline.claims.map(({ id }) => id))
  const check = (sources: readonly Source[], place: Place, path: PropertyKey[]): Problem[] =>
    sources.flatMap((source, index) => {
      const [id, known, file] =
        'claim' in source
          ? [source.claim, claimIds, 'outline.yaml không có ý']
          : [source.fact, new Set(knowledge.facts.keys()), 'facts.yaml không có điều']
      if (known.has(id)) return []
      return [problemAt(place, [...path, index], { message: `${file} "${id}"; sửa mã` })]
    })

  const cited = new Set(
    topics.flatMap(({ topic }) => topic.sources.map((one) => ('claim' in one ? one.claim : ''))),
  )
  // An entry that could not be read may cite it.
  const uncited = unread.size > 0 ? [] : [...read.outline.claims.entries()]
  return [
    ...topics.flatMap(({ topic, ...place }) => {
      if (topic.group !== 'bot' && topic.sources.length === 0) {
        const message =
          'thiếu sources: ghi ý của đề cương hoặc điều trong facts.yaml mà câu trả lời dựa vào'
        return [problemAt(place, ['sources'], { message })]
      }
      return check(topic.sources, place, ['sources'])
    }),
    ...read.notes.flatMap(({ sources }, index) => check(sources, places.notes, [index, 'sources'])),
    ...uncited.flatMap(([index, { id }]) => {
      if (cited.has(id)) return []
      const message = `chưa mục nào dẫn ý ${id}; thêm vào sources của một mục`
      return [problemAt(places.outline, ['claims', index, 'id'], { message })]
    }),
  ]
}
