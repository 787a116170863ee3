import { isDeepStrictEqual } from 'node:util'
import { Document, isNode, type YAMLSeq } from 'yaml'
import { endOfLine, indentLines, lineBreakOf, startOfLine } from './yaml-lines'

/** A list on lines of its own, where it stands, and what it shall hold. */
type ListEdit = {
  text: string
  document: Document.Parsed
  /** Parsed with `keepSourceTokens`. */
  list: YAMLSeq
  values: readonly unknown[]
}

/** An item as it is written, and the comments and empty lines above it. */
type Item = { value: unknown; above: string; written: string; used: boolean }

/**
 * The text with the list holding other values. Items that stay keep their very bytes wherever they go, with the comments
 * above them; those above an item that is changed or removed, and those above the first, stay where they are.
 */
export function mergeYamlList({ text, document, list, values }: ListEdit): string {
  const dashes = findDashes(list)
  const starts = dashes.map((dash) => startOfLine(text, dash))
  const ends = list.items.map((item) =>
    endOfLine(text, (isNode(item) && item.range?.[1]) || text.length),
  )
  const [begin = text.length] = starts
  const items = list.items.map(
    (item, index): Item => ({
      value: isNode(item) ? item.toJS(document) : item,
      above: text.slice(ends[index - 1] ?? begin, starts[index]),
      written: text.slice(starts[index], ends[index]),
      used: false,
    }),
  )
  const eol = lineBreakOf(text)
  const indent = (dashes[0] ?? begin) - begin
  const render = (value: unknown) =>
    indentLines(new Document([value]).toString({ lineWidth: 0 }), indent).replaceAll('\n', eol)

  const merged = match(items, values).map(({ item, value }, index) => {
    if (item)
      return { item, written: item.written.endsWith('\n') ? item.written : item.written + eol }
    // A new value where an item went is that item changed: it keeps what stands above.
    const changed = items[index]?.used === false ? items[index] : undefined
    if (changed) changed.used = true
    return { item: changed, written: render(value) }
  })
  const left = handDown(items)
  const body = merged.map(({ item, written }) => (item?.above ?? '') + written).join('')
  return text.slice(0, begin) + body + left + text.slice(ends.at(-1) ?? begin)
}

/** For each value the item that already holds it, each item once. */
function match(items: readonly Item[], values: readonly unknown[]) {
  return values.map((value) => {
    const item = items.find((other) => !other.used && isDeepStrictEqual(other.value, value))
    if (item) item.used = true
    return { item, value }
  })
}

/** Gives what stood above items that are gone to the next that stays; returns what is left at the end. */
function handDown(items: readonly Item[]): string {
  let above = ''
  for (const item of items) {
    above += item.above
    if (!item.used) continue
    item.above = above
    above = ''
  }
  return above
}

function findDashes(list: YAMLSeq): number[] {
  const token = list.srcToken
  if (token?.type !== 'block-seq') throw new Error('parse with keepSourceTokens to edit a list')
  return token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  )
}
