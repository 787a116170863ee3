import { cluesOf } from './clues'
import { toSentences } from './to-sentences'
import type { TrainingInput } from './train-matcher'
import { calibrate, learnExamples, toCalibrationFolds } from './train-ranker'

/** An example that reads like another intent's. */
export type Doubt = {
  /** The intent it stands in, and its place among that intent's examples. */
  intent: string
  example: number
  /** The intent that the matcher would take it for, and how surely, 0 to 1. */
  takenFor: string
  probability: number
}

/** How often a share of the examples is held out, so that each is once. */
const folds = 4
/** Classes that share the probability, as when a message is matched. */
const ranked = 4

/**
 * Asks the matcher about every example as if it had not learned it, and tells which it would surely give to another
 * intent: an example in the wrong place, or one that stands alone in its own. Takes twice the time of training.
 * @param sureness the least probability, 0 to 1, of what is told
 */
export function doubtExamples({ intents, lexicon }: TrainingInput, sureness: number): Doubt[] {
  const { sentences, classes } = toSentences(intents, lexicon)
  const firsts = intents.map((_, index) => classes.indexOf(index))
  /** Counted within its intent, so that an edit of one intent says nothing new about the others. */
  const placeOf = (example: number) => example - (firsts[classes[example] as number] ?? 0)
  const classCount = intents.length
  const forCalibration = toCalibrationFolds(classes, classCount)
  const forDoubts = Array.from({ length: folds }, (_, fold) => {
    const asked = [...sentences.keys()].filter((example) => placeOf(example) % folds === fold)
    return { asked, examples: new Set(asked) }
  })
  const learned = learnExamples({ examples: sentences, classes, classCount, lexicon }, [
    ...forCalibration,
    ...forDoubts,
  ])
  const calibration = calibrate(learned, forCalibration)
  const doubts: Doubt[] = []
  for (const [fold, { asked }] of forDoubts.entries()) {
    for (const [n, example] of asked.entries()) {
      const scores = learned.scoresOf(forCalibration.length + fold, n)
      const likely = cluesOf(scores, ranked).map(({ index, clues }) => {
        return { index, probability: calibration.probability(clues) }
      })
      const total = likely.reduce((sum, { probability }) => sum + probability, 0)
      const [best] = likely
      const own = classes[example] as number
      if (!best || best.index === own) continue
      const probability = best.probability / Math.max(1, total)
      const [intent, takenFor] = [intents[own]?.id, intents[best.index]?.id]
      if (probability < sureness || intent === undefined || takenFor === undefined) continue
      doubts.push({ intent, example: placeOf(example), takenFor, probability })
    }
  }
  return doubts
}
