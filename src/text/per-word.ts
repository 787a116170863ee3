/** More than there are syllables in Vietnamese. */
const mostKept = 8_000
/** No word of any language that people type here is longer. */
const longestKept = 24

/**
 * The same function of a word, which remembers what it found for the last few thousand: a language has few words, and
 * nearly all that come have come before.
 */
export function perWord<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, { found: T }>()
  return (word) => {
    if (word.length > longestKept) return find(word)
    let entry = known.get(word)
    if (!entry) {
      if (known.size >= mostKept) known.clear()
      entry = { found: find(word) }
      known.set(word, entry)
    }
    return entry.found
  }
}
