import { groupQuestions, type QuestionGroup } from '../../insights/group-questions'
import { unansweredTable } from '../../storage/unanswered-table'
import type { UnansweredOptions } from './unanswered-options'

/** Forms that are compared with each other: the rest of a long tail is asked once or twice. */
const FORMS = 1_000
/** Decisions that new questions are compared with. */
const DECISIONS = 500
const GROUPS = 100
const DAY_MS = 24 * 3_600_000

/** An entry that a question may belong to. */
export type Suggestion = { id: string; question: string }

/** A group as the screen shows it: with the entries nearest to it, best first. */
export type ShownGroup = QuestionGroup & { suggestions: Suggestion[] }

/** The groups of questions that went wrong and still did in the last `days`, asked most often first. */
export async function listGroups(
  { database, content, now }: Pick<UnansweredOptions, 'database' | 'content' | 'now'>,
  days: number,
): Promise<ShownGroup[]> {
  const table = unansweredTable(database.kysely)
  const forms = await table.list(now() - days * DAY_MS, FORMS)
  const decisions = await table.decisions(DECISIONS)
  const groups = groupQuestions(
    forms,
    decisions.flatMap((decision) => decision.forms),
  )
  const { matcher, knowledge } = content()
  return groups.slice(0, GROUPS).map((group) => ({
    ...group,
    suggestions: matcher.match(group.text).candidates.flatMap(({ topic }) => {
      const entry = knowledge.topics.get(topic)
      return entry ? [{ id: entry.id, question: entry.question }] : []
    }),
  }))
}
