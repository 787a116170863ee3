/** How much likelier a topic is when what is around a message speaks for it: its odds are multiplied by this. */
const CONTEXT_ODDS = 6

/** The probability of a topic that the context speaks for, too. */
export function inContext(probability: number): number {
  return (probability * CONTEXT_ODDS) / (probability * CONTEXT_ODDS + 1 - probability)
}
