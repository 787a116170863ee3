import type { Matcher } from './create-matcher'

/** After so many messages V8 has compiled most of what they run through. */
const messages = 200
/** Every third is a story of so many examples. */
const longest = 6

/**
 * Asks a matcher examples, with slips and as long stories, once at the start of a process: until V8 has compiled the
 * code, a message takes ten times as long, and the first citizens would wait for it. Takes about a quarter of a second.
 */
export function warmUp(matcher: Matcher, examples: readonly string[]): void {
  const step = Math.max(1, Math.floor(examples.length / messages))
  for (let nth = 0; nth < messages; nth++) {
    const from = (nth * step) % Math.max(1, examples.length)
    const story = examples.slice(from, from + (nth % 3 === 0 ? longest : 1))
    matcher.match(slip(story.join('. '), nth))
  }
}

/** Leaves every twentieth letter out, others each time, so that not only known words are met. */
function slip(text: string, nth: number): string {
  return Array.from(text)
    .filter((_, index) => (index + nth) % 20 !== 0)
    .join('')
}
