/** Two texts by what they share: the same beginning and end, and what differs between. */
export type WordChange = { before: string; removed: string; added: string; after: string }

/** Finds what differs between two texts, to whole words. */
export function compareWords(was: string, now: string): WordChange {
  const [old, fresh] = [was.split(/(?<=\s)/), now.split(/(?<=\s)/)]
  const shortest = Math.min(old.length, fresh.length)
  let start = 0
  while (start < shortest && old[start] === fresh[start]) start++
  let end = 0
  while (end < shortest - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
  return {
    before: old.slice(0, start).join(''),
    removed: old.slice(start, old.length - end).join(''),
    added: fresh.slice(start, fresh.length - end).join(''),
    after: old.slice(old.length - end).join(''),
  }
}
