import { typingDistance } from '../matching/typing-distance'

/** The known word that a mistyped one is probably meant to be; null where none is near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const furthest = word.length <= 3 ? 1 : 2
  const near = known
    .map((one) => ({ one, distance: typingDistance(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ distance }) => distance <= furthest)
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.one ?? null
}

/** The hint that asks for the nearest known word: `có phải "label" không?`; null where none is near. */
export function askMeant(word: string, known: Iterable<string>): string | null {
  const near = nearestWord(word, [...known])
  return near === null ? null : `có phải "${near}" không?`
}
