import type { Question } from '../storage/question-table'
import type { TallyMark } from '../storage/tally-table'
import { OUTSIDE } from './to-question'

/** What of a turn's outcome is counted beside the question. */
export type CountedOutcome = {
  afterword: { kind: 'chosen' | 'useful' | 'not_useful'; topic: string } | null
  moves: readonly { flow: string; version: number; step: string; move: string }[]
}

/** Measures of questions, by the question's kind. What is typed inside a guide to go on in it is none. */
const MEASURES: Readonly<Record<string, string>> = {
  answer: 'answered',
  resume: 'answered',
  clarify: 'clarified',
  fallback: 'unanswered',
  [OUTSIDE]: 'outside',
  safety: 'warned',
  handoff: 'handed_over',
}

/**
 * What a turn adds to the daily counts. Measures: those of {@link MEASURES}, of which each question has one; `chosen`,
 * `useful`, `not_useful` with the entry; and a guide's moves `reached`, `passed`, `stopped`, `completed` with
 * `<version>/<step>`.
 */
export function toMarks(
  { day, channel, link }: { day: string; channel: string; link: string | null },
  question: Question | null,
  { afterword, moves }: CountedOutcome,
): TallyMark[] {
  const mark = (measure: string, subject: string, part = '') => ({
    day,
    channel,
    link,
    measure,
    subject,
    part,
  })
  const measure = question && MEASURES[question.kind]
  return [
    ...(measure ? [mark(measure, question.topic ?? '')] : []),
    ...(afterword ? [mark(afterword.kind, afterword.topic)] : []),
    ...moves.map(({ flow, version, step, move }) => mark(move, flow, `${version}/${step}`)),
  ]
}
