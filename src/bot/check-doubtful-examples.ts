import type { Draft } from '../knowledge/load-knowledge'
import type { Problem } from '../knowledge/problem'
import { problemAt } from '../knowledge/problem-at'
import { doubtExamples } from '../matching/doubt-examples'
import { toIntents } from './load-content'

/** Told only where the matcher is this sure, 0 to 1: of less sure doubts most are example and entry as they should be. */
const SURENESS = 0.95

/**
 * Examples that the matcher, had it not learned them, would surely give to another entry. Warnings: the matcher's
 * opinion is worth a look, and no more. Takes as long as training twice, so it is for whoever edits, not for serving.
 */
export function checkDoubtfulExamples({ knowledge, topics, read, places }: Draft): Problem[] {
  const placeOf = new Map(topics.map((placed) => [placed.topic.id, placed]))
  const { lexicon } = knowledge
  const doubts = doubtExamples({ intents: toIntents(knowledge), lexicon }, SURENESS)
  // One business of others taken for another is answered with "I do not know" all the same.
  const told = doubts.filter(({ intent, takenFor }) => placeOf.has(intent) || placeOf.has(takenFor))
  return told.map(({ intent, example, takenFor, probability }) => {
    const message =
      `Loa tưởng câu này là của mục "${takenFor}" (chắc ${Math.round(probability * 100)}%); ` +
      'chuyển sang mục đó nếu đúng, nếu không thì thêm vài câu tương tự vào mục này'
    const topic = placeOf.get(intent)
    if (topic) {
      // The question is learned first, before the examples.
      const path = example === 0 ? ['question'] : ['examples', example - 1]
      return problemAt(topic, path, { message, level: 'warning' })
    }
    const index = read.outside.findIndex(({ id }) => id === intent)
    return problemAt(places.outside, [index, 'examples', example], { message, level: 'warning' })
  })
}
