import type { KnowledgeBase } from '../knowledge/knowledge-base'
import { type OutsideTopic, outsideTopicSchema } from '../knowledge/outside-topic'
import type { OutsideColumn } from '../knowledge/spreadsheet-words'
import { parseLines, parseText } from './parse-cell'
import { type ColumnOf, type Sheet, showEntry } from './sheet'

type Details = Omit<ColumnOf<OutsideTopic>, 'field' | 'title' | 'help' | 'path'>

/** The sheet of `knowledge/outside.yaml`. */
export function createOutsideSheet({ outside, messages }: KnowledgeBase): Sheet {
  const words = messages.spreadsheet
  const column = (field: OutsideColumn, details: Details): ColumnOf<OutsideTopic> => ({
    field,
    path: [field],
    ...words.outside_columns[field],
    ...details,
  })
  const line = { kind: 'line', parse: parseText } as const
  const columns = [
    column('id', { ...line, width: 26, required: true, show: ({ id }) => id }),
    column('name', {
      ...line,
      width: 36,
      required: true,
      identifies: true,
      maxLength: outsideTopicSchema.shape.name.maxLength,
      show: ({ name }) => name,
    }),
    column('office', { ...line, width: 50, show: ({ office }) => office ?? '' }),
    column('examples', {
      kind: 'list',
      width: 70,
      required: true,
      identifies: true,
      show: ({ examples }) => examples.join('\n'),
      parse: parseLines,
    }),
  ]
  return {
    key: 'outside',
    name: words.sheets.outside,
    order: Object.keys(outsideTopicSchema.shape),
    entries: outside.map((item) => showEntry(item, columns)),
    columns,
  }
}
