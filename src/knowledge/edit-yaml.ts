import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
} from 'yaml'
import { mergeYamlList } from './merge-yaml-list'
import { endOfLine, indentLines, lineBreakOf, startOfLine } from './yaml-lines'

/** One field set to another value. */
export type YamlEdit = {
  /** Where the field stands: names in maps, numbers in lists, for example `['answer', 'short']`. */
  path: readonly (string | number)[]
  /** A string, null, or a list; `undefined` removes the field. */
  value: unknown
  /** The order of the fields around it: a new one goes behind the last of those that come before it. */
  order: readonly string[]
  /** How a text is written when the file does not already say: wrapped, or line by line. */
  block?: 'folded' | 'literal'
}

/** A field is written in a way that cannot be edited without losing something; a person has to do it in the file. */
export class YamlEditError extends Error {
  override readonly name = 'YamlEditError'
}

/** Wrapped texts are at most this wide, in characters, as the files are written by hand. */
const LINE_WIDTH = 120

/**
 * Sets one field of a YAML text. Everything else stays byte for byte: comments, order, line breaks, quotes; of a list
 * only the items that differ are written anew.
 * @throws {YamlEditError} when the text is no YAML, the field's surroundings are no map on lines of their own, or a
 * comment would be lost
 */
export function editYaml(text: string, edit: YamlEdit): string {
  const document = parseDocument(text, { keepSourceTokens: true })
  const name = edit.path.join('.')
  const parent = document.getIn(edit.path.slice(0, -1), true)
  if (document.errors.length > 0 || !isMap(parent) || parent.flow) {
    throw new YamlEditError(`what is around ${name} is not written as lines of "name: value"`)
  }
  const fields = parent.items.map((pair) => toField(text, pair))
  const key = String(edit.path.at(-1))
  const field = fields.find((other) => other.key === key)
  if (!field) return edit.value === undefined ? text : addField(text, fields, edit)
  if (edit.value === undefined) return removeField(text, field)
  const { old } = field
  if (isSeq(old) && !old.flow && Array.isArray(edit.value)) {
    return mergeYamlList({ text, document, list: old, values: edit.value })
  }
  return changeField(text, field, edit)
}

/** A field as it is written: `start` is its name's offset, `end` the one behind its last line. */
type Field = {
  key: string
  old: unknown
  start: number
  end: number
  column: number
  /** What stands behind the value, with the space before it. */
  comment: string
}

function toField(text: string, { key, value }: Pair): Field {
  const [start] = (isScalar(key) && key.range) || []
  if (start === undefined) throw new YamlEditError('a field without a plain name')
  const [valueStart = start, valueEnd = start] = (isNode(value) && value.range) || []
  const end = endOfLine(text, valueEnd)
  const isBlock = isScalar(value) && value.type?.startsWith('BLOCK')
  const behind = isBlock
    ? text.slice(valueStart, endOfLine(text, valueStart)).replace(/^[|>]\S*/, '')
    : text.slice(valueEnd, end)
  return {
    key: String(isScalar(key) && key.value),
    old: value,
    start,
    end,
    column: start - startOfLine(text, start),
    comment: /^[ \t]+#[^\r\n]*/.exec(behind)?.[0] ?? '',
  }
}

function addField(text: string, fields: readonly Field[], edit: YamlEdit): string {
  const key = String(edit.path.at(-1))
  const before = edit.order.slice(0, edit.order.indexOf(key))
  const previous = fields.findLast((field) => before.includes(field.key))
  if (!previous) throw new YamlEditError(`no field before ${key}`)
  const { end, column } = previous
  const open = text[end - 1] === '\n' ? '' : lineBreakOf(text)
  const written = renderField(edit, { column, style: blockType(edit) })
  const lines = (' '.repeat(column) + written).replaceAll('\n', lineBreakOf(text))
  return text.slice(0, end) + open + lines + text.slice(end)
}

function removeField(text: string, { key, start, end, column }: Field): string {
  if (text.slice(start - column, start).trim() !== '') {
    throw new YamlEditError(`${key} opens its item of a list`)
  }
  return text.slice(0, start - column) + text.slice(end)
}

function changeField(text: string, field: Field, edit: YamlEdit): string {
  const { key, old, start, end, column, comment } = field
  const flow = isCollection(old) && old.flow === true
  if (flow && /#[^\n]*\n/.test(text.slice(...(old.range ?? [])))) {
    throw new YamlEditError(`${key} has comments between its brackets`)
  }
  const quoted = isScalar(old) && old.type !== Scalar.PLAIN ? old.type : undefined
  const written = renderField(edit, { column, style: quoted ?? blockType(edit), flow })
  const lines = written.replace(/(?=\n)/, comment).replaceAll('\n', lineBreakOf(text))
  return text.slice(0, start) + lines + text.slice(end)
}

const blockType = ({ block }: YamlEdit): Scalar.Type | undefined =>
  block && (block === 'folded' ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL)

/** The field as lines that begin at a column; the first is not moved right. */
function renderField(
  { path, value }: YamlEdit,
  { column, style, flow = false }: { column: number; style?: Scalar.Type; flow?: boolean },
): string {
  const key = String(path.at(-1))
  const document = new Document({ [key]: value })
  const node = document.get(key, true)
  if (isScalar(node) && typeof value === 'string') {
    const needsBlock = value.includes('\n') && !style?.startsWith('BLOCK')
    node.type = needsBlock ? Scalar.BLOCK_LITERAL : style
  }
  if (isSeq(node)) node.flow = flow
  const folded = isScalar(node) && node.type === Scalar.BLOCK_FOLDED
  const lineWidth = folded ? LINE_WIDTH - column : 0
  return indentLines(
    document.toString({ lineWidth, flowCollectionPadding: false }),
    column,
  ).trimStart()
}
