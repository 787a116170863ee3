import type { TurnOutcome } from '../../src/bot/turn-outcome'
import type { Outsider, Question } from './questions'

/** What became of a question. */
export type Verdict = {
  /** The topic first in the candidates is right. */
  first: boolean
  /** A right topic is among the first three candidates. */
  inThree: boolean
  /** `answered` and `offered` are right, `wrong` answers something else, `missed` does neither. */
  result: 'answered' | 'offered' | 'wrong' | 'missed'
  /** The topic taken for the wanted one, where the first candidate is not right. */
  takenFor: string | null
}

/** Judges what the bot made of a question. Pure. */
export function judgeQuestion(question: Question, outcome: TurnOutcome): Verdict {
  const right = [question.topic, ...question.also]
  const topics = outcome.candidates.map(({ topic }) => topic)
  const inThree = topics.slice(0, 3).some((topic) => right.includes(topic))
  const first = right.includes(topics[0] ?? '')
  return { first, inThree, result: resultOf(), takenFor: first ? null : (topics[0] ?? 'none') }

  function resultOf(): Verdict['result'] {
    if (outcome.topic !== null) return right.includes(outcome.topic) ? 'answered' : 'wrong'
    return outcome.kind === 'clarify' && inThree ? 'offered' : 'missed'
  }
}

/** Whether a message that no topic answers was answered as if one did. Pure. */
export function isAnsweredAsKnown(outsider: Outsider, { topic }: TurnOutcome): boolean {
  return topic !== null && !outsider.accept.includes(topic)
}
