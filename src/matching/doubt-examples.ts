import { cluesOf } from './clues'
import { toSentences } from './to-sentences'
import type { TrainingInput } from './train-matcher'
import { calibrate, holdOut, learnExamples } from './train-ranker'

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
  const learned = learnExamples({
    examples: sentences,
    classes,
    classCount: intents.length,
    lexicon,
  })
  const calibration = calibrate(learned)
  const firsts = intents.map((_, index) => classes.indexOf(index))
  /** Counted within its intent, so that an edit of one intent says nothing new about the others. */
  const placeOf = (example: number) => example - (firsts[classes[example] as number] ?? 0)
  const doubts: Doubt[] = []
  for (let fold = 0; fold < folds; fold++) {
    const held = new Set([...sentences.keys()].filter((one) => placeOf(one) % folds === fold))
    const scoresOf = holdOut(learned, held)
    for (const example of held) {
      const likely = cluesOf(scoresOf(example), ranked).map(({ index, clues }) => {
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
