import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/**
 * The path of what stands at a place of a YAML text, for example `['buttons', 0, 'topic']`: the way back from a problem
 * to the field that it is about.
 */
export function pathAt(text: string, place: { line: number; column: number }): (string | number)[] {
  const lines = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter: lines })
  const lineStart = lines.lineStarts[place.line - 1] ?? 0
  return descend(contents, lineStart + place.column - 1)
}

function descend(node: unknown, offset: number): (string | number)[] {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => startOf(key) <= offset)
    return pair && isScalar(pair.key)
      ? [String(pair.key.value), ...descend(pair.value, offset)]
      : []
  }
  if (isSeq(node)) {
    const index = node.items.findLastIndex((item) => startOf(item) <= offset)
    return index === -1 ? [] : [index, ...descend(node.items[index], offset)]
  }
  return []
}

const startOf = (node: unknown) =>
  (isNode(node) ? (node as Node).range?.[0] : undefined) ?? Number.POSITIVE_INFINITY
