import { fold } from '../../text/fold'
import type { Draft } from '../load-knowledge'
import type { Problem } from '../problem'
import { type Place, problemAt } from '../problem-at'
import type { Check } from './check'

/** Fewer ways of asking than this and many a person is not understood. */
const ENOUGH = 25

/** Every entry has examples enough, and no example is in two of them: one of the two would never be answered. */
export const checkExamples: Check = ({ draft }) => [
  ...draft.topics.flatMap(({ topic: { examples }, ...place }) => {
    const message = `mới có ${examples.length} câu ví dụ; thêm cho đủ ${ENOUGH}`
    if (examples.length >= ENOUGH) return []
    return [problemAt(place, ['examples'], { message, level: 'warning' })]
  }),
  ...findShared(draft),
  ...findRepeated(draft),
]

type Example = { text: string; owner: string; place: Place; path: PropertyKey[] }

/** Two examples of the same key are one: blind to marks, case, punctuation and blanks, as the matcher is. */
export const toExampleKey = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
/** Words with and without marks are worth having both. */
const toMarkedKey = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

function examplesOf({ topics, read, places }: Draft): Example[] {
  return [
    ...topics.flatMap(({ topic: { id, examples }, ...place }) =>
      examples.map((text, index) => ({ text, owner: id, place, path: ['examples', index] })),
    ),
    ...read.outside.flatMap(({ id, examples }, index) =>
      examples.map((text, nth) => ({
        text,
        owner: id,
        place: places.outside,
        path: [index, 'examples', nth],
      })),
    ),
  ]
}

function findShared(draft: Draft): Problem[] {
  const first = new Map<string, { owner: string; at: string }>()
  for (const { topic, file, locate } of draft.topics) {
    const at = `${file}:${locate(['question']).line}`
    first.set(toExampleKey(topic.question), { owner: topic.id, at })
  }
  return examplesOf(draft).flatMap(({ text, owner, place, path }) => {
    const key = toExampleKey(text)
    const known = first.get(key)
    if (known === undefined) {
      first.set(key, { owner, at: `${place.file}:${place.locate(path).line}` })
      return []
    }
    if (known.owner === owner) return []
    const message = `câu ví dụ này đã có ở mục "${known.owner}" (${known.at}); giữ ở một nơi`
    return [problemAt(place, path, { message })]
  })
}

function findRepeated(draft: Draft): Problem[] {
  const seen = new Set<string>()
  return examplesOf(draft).flatMap(({ text, owner, place, path }) => {
    const key = `${owner} ${toMarkedKey(text)}`
    const isNew = !seen.has(key)
    seen.add(key)
    const message = 'câu ví dụ này có hai lần trong mục; bỏ một'
    return isNew ? [] : [problemAt(place, path, { message, level: 'warning' })]
  })
}
