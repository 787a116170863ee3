import type { UnansweredForm } from '../storage/unanswered-table'
import { type FormVector, NearestVector, toVectors } from './likeness'

/** Questions that are alike enough to be one matter. */
export type QuestionGroup = Omit<UnansweredForm, 'form' | 'text' | 'topic'> & {
  /** What was asked most often of it: the group is called by it. */
  text: string
  /** How often its questions went wrong in all. */
  count: number
  /** The entries whose answers were marked. */
  topics: string[]
  /** Its forms, asked most often first. */
  members: { form: string; text: string; count: number }[]
}

/**
 * From this likeness on questions are one matter. Of two questions of the knowledge base that are grouped so, six in ten
 * are of one entry; lower, and whatever names one thing ("mức 2") becomes one group.
 */
const ALIKE = 0.5

/** A form that is nearly one that was decided is decided with it. Stricter, since it is then not shown. */
const SAME = 0.75

/**
 * Groups questions by likeness, asked most often first. The same questions always make the same groups: each joins the
 * group whose first question it is most like, in the order of how often they were asked.
 * @param decided forms that were decided before: what is nearly the same is left out
 */
export function groupQuestions(
  forms: readonly UnansweredForm[],
  decided: readonly string[],
): QuestionGroup[] {
  const ordered = [...forms].sort(
    (a, b) => countOf(b) - countOf(a) || (a.form < b.form ? -1 : a.form > b.form ? 1 : 0),
  )
  const vectors = toVectors([...ordered.map(({ form }) => form), ...decided])
  const settled = new NearestVector(decided.length)
  for (const vector of vectors.slice(ordered.length)) settled.add(vector)
  const firsts = new NearestVector(ordered.length)
  const groups: QuestionGroup[] = []
  ordered.forEach((one, index) => {
    const vector: FormVector = vectors[index] ?? []
    if (settled.find(vector, SAME) !== null) return
    const nearest = firsts.find(vector, ALIKE)
    const group = nearest === null ? undefined : groups[nearest]
    if (group) join(group, one)
    else {
      firsts.add(vector)
      groups.push(found(one))
    }
  })
  return groups.sort((a, b) => b.count - a.count)
}

const countOf = ({ unanswered, unsure, notUseful }: UnansweredForm) =>
  unanswered + unsure + notUseful

function found({ form, topic, ...one }: UnansweredForm): QuestionGroup {
  const count = one.unanswered + one.unsure + one.notUseful
  return {
    ...one,
    count,
    topics: topic ? [topic] : [],
    members: [{ form, text: one.text, count }],
  }
}

function join(group: QuestionGroup, one: UnansweredForm): void {
  const count = countOf(one)
  group.count += count
  group.unanswered += one.unanswered
  group.unsure += one.unsure
  group.notUseful += one.notUseful
  group.latest = Math.max(group.latest, one.latest)
  if (one.topic && !group.topics.includes(one.topic)) group.topics.push(one.topic)
  group.members.push({ form: one.form, text: one.text, count })
}
