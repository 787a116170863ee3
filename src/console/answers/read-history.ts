import type { FieldChange } from '../../knowledge/compare-topic-forms'
import type { AnswersOptions } from './answers-options'
import type { EditedKind } from './edited-kind'

/** States of an entry that are told. */
const STATES = 50

/** A state of an entry that was published, and what it changed of the one before. */
export type HistoryItem = {
  revision: number
  author: string
  message: string
  /** Epoch milliseconds. */
  publishedAt: number
  changes: FieldChange[]
  /** Whether it is what is published now. */
  isCurrent: boolean
  /** How the entry came or went, where it was not there before or after. */
  event: 'created' | 'removed' | null
}

/** Every published state of an entry's file, newest first. */
export async function readHistory<Form>(
  { readHistory: readStates }: Pick<AnswersOptions, 'readHistory'>,
  path: string,
  kind: EditedKind<Form>,
): Promise<HistoryItem[]> {
  // One more than is told: what the oldest changed.
  const states = await readStates(path, STATES + 1)
  return states.slice(0, STATES).map(({ revision, text }, index) => {
    const before = states[index + 1]?.text ?? null
    const { id, author, message, publishedAt } = revision
    const isCreated = text !== null && before === null
    return {
      revision: id,
      author,
      message,
      publishedAt,
      changes:
        text === null || before === null
          ? []
          : kind.compare(kind.readForm(before), kind.readForm(text)),
      isCurrent: index === 0,
      event: text === null ? 'removed' : isCreated ? 'created' : null,
    }
  })
}
