/**
 * Syllables a second while the voice sounds. People who read Vietnamese aloud at their own pace reach 5.2 (Coupé, Oh,
 * Dediu, Pellegrino: "Different languages, similar encoding efficiency", Science Advances 2019); over a loudspeaker,
 * with its echo, three and a half are understood.
 */
const SYLLABLES_A_SECOND = 3.5
/** Breaths, in seconds. */
const AT_A_COMMA = 0.25
const AT_A_STOP = 0.5

/** How long a spoken text takes to read aloud over a loudspeaker, in seconds; each word of it is one syllable. */
export function toReadingTime(spoken: string): number {
  const count = (what: RegExp) => spoken.match(what)?.length ?? 0
  return (
    count(/[\p{L}\p{M}\p{N}]+/gu) / SYLLABLES_A_SECOND +
    count(/[,;:]/g) * AT_A_COMMA +
    count(/[.!?]/g) * AT_A_STOP
  )
}
