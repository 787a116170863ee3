import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { TopicColumn } from '../knowledge/spreadsheet-words'
import { groupSchema, type Topic, topicSchema } from '../knowledge/topic'
import { parseButtons, showButton } from './button-lines'
import { parseChoice, parseDay, parseLines, parseText } from './parse-cell'
import { type ColumnOf, type Sheet, showEntry } from './sheet'
import { parseSources, showSource } from './source-lines'

type Details = Omit<ColumnOf<Topic>, 'field' | 'title' | 'help' | 'path'> & { path?: string[] }

const { shape } = topicSchema

/** The sheet of `knowledge/topics/`, grouped as the topics are. */
export function createTopicSheet(knowledge: KnowledgeBase): Sheet {
  const words = knowledge.messages.spreadsheet
  const column = (field: TopicColumn, details: Details): ColumnOf<Topic> => ({
    field,
    path: [field],
    ...words.columns[field],
    ...details,
  })
  const line = { kind: 'line', parse: parseText } as const
  const list = { kind: 'list', parse: parseLines } as const
  const day = { kind: 'day', parse: parseDay, width: 13 } as const
  const required = true
  const columns = [
    column('id', { ...line, width: 26, required, show: ({ id }) => id }),
    column('group', {
      ...line,
      width: 18,
      required,
      choices: Object.values(words.groups),
      show: ({ group }) => words.groups[group],
      parse: (text) => parseChoice(text, words.groups),
    }),
    column('label', {
      ...line,
      width: 22,
      required,
      maxLength: shape.label.maxLength,
      show: ({ label }) => label,
    }),
    column('question', {
      ...line,
      width: 36,
      required,
      identifies: true,
      maxLength: shape.question.maxLength,
      show: ({ question }) => question,
    }),
    column('short', {
      kind: 'text',
      path: ['answer', 'short'],
      block: 'folded',
      width: 50,
      required,
      maxLength: shape.answer.shape.short.maxLength,
      show: ({ answer }) => answer.short,
      parse: parseText,
    }),
    column('detail', {
      kind: 'text',
      path: ['answer', 'detail'],
      block: 'literal',
      width: 60,
      show: ({ answer }) => answer.detail ?? '',
      parse: parseText,
    }),
    column('examples', {
      ...list,
      width: 60,
      required,
      identifies: true,
      show: ({ examples }) => examples.join('\n'),
    }),
    column('buttons', {
      kind: 'list',
      width: 36,
      show: ({ buttons }) => buttons.map((one) => showButton(one, words.buttons)).join('\n'),
      parse: (text) => parseButtons(text, words.buttons),
    }),
    column('opens', { ...line, width: 20, show: ({ opens }) => opens ?? '' }),
    column('notes', { ...list, width: 20, show: ({ notes }) => notes.join('\n') }),
    column('sources', {
      kind: 'list',
      width: 12,
      show: ({ sources }) => sources.map(showSource).join('\n'),
      parse: (text) => parseSources(text, knowledge),
    }),
    column('subject', { ...line, width: 16, required, show: ({ subject }) => subject }),
    column('aspect', { ...line, width: 16, required, show: ({ aspect }) => aspect }),
    column('valid_from', { ...day, emptied: null, show: (topic) => topic.valid_from ?? '' }),
    column('valid_until', { ...day, emptied: null, show: (topic) => topic.valid_until ?? '' }),
    column('reviewed_on', { ...day, required, show: (topic) => topic.reviewed_on }),
    column('review_by', { ...day, emptied: null, show: (topic) => topic.review_by ?? '' }),
    column('owner', { ...line, width: 30, required, show: ({ owner }) => owner }),
  ]
  return {
    key: 'topics',
    name: words.sheets.topics,
    order: Object.keys(shape),
    entries: groupSchema.options.flatMap((group) =>
      [...knowledge.topics.values(), ...knowledge.offTopics.values()]
        .filter((topic) => topic.group === group)
        .map((topic) => showEntry(topic, columns)),
    ),
    columns,
  }
}
