/** Probabilities, 0 to 1, at which the matcher commits itself. */
export type Thresholds = {
  /** From here on the best topic is answered outright. */
  answer: number
  /** From here on the best topics together are worth offering as a choice. */
  clarify: number
}

/** Where no settings say otherwise. A wrong answer is worse than a question back. */
export const defaultThresholds: Thresholds = { answer: 0.5, clarify: 0.25 }
