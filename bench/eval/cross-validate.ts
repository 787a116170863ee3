import { type Candidate, createMatcher, type MatcherInput } from '../../src/matching/create-matcher'

/** An example that the matcher had not seen, and what it made of it. */
export type Trial = { text: string; topic: string; candidates: Candidate[] }

/**
 * Takes every so-many-th example of each intent away, learns from the rest and asks what was taken away: once for every
 * fold, so that each example is asked once. Outside intents are learnt but not asked.
 */
export function crossValidate(input: MatcherInput, folds: number): Trial[] {
  return Array.from({ length: folds }, (_, fold) => {
    const isHeld = (index: number) => index % folds === fold
    const intents = input.intents.map((intent) => ({
      ...intent,
      examples: intent.examples.filter((_, index) => !isHeld(index)),
    }))
    const matcher = createMatcher({ ...input, intents })
    return input.intents
      .filter(({ outside }) => !outside)
      .flatMap(({ id, examples }) =>
        examples
          .filter((_, index) => isHeld(index))
          .map((text) => ({ text, topic: id, candidates: matcher.match(text).candidates })),
      )
  }).flat()
}
