import { fold } from '../text/fold'

/** How fast somebody writes, as it is remembered between turns. Times in epoch milliseconds. */
export type Pace = {
  minuteFrom: number
  inMinute: number
  hourFrom: number
  inHour: number
  /** What they wrote last, see {@link toWords}, and how often in a row within the hour. */
  words: string
  same: number
  /** What the bot said last: a program that sends it back is no person. */
  said: string
  /** They were told that it is too fast and have not slowed down since. */
  told: boolean
}

/** The most that one person may write. */
export type PaceLimits = { perMinute: number; perHour: number }

/** `told`: they are to be told, once; `silent`: nothing is answered, so that two programs do not talk for ever. */
export type PaceVerdict = 'fine' | 'told' | 'silent'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Beginning of a text by which it is known again, in characters. */
const KNOWN_LENGTH = 120
/** Shorter texts are said again and again by people: "rồi", "xong". */
const LONG_TEXT = 25
/** The same long text so often in a row is an automatic reply. */
const SAME_TEXTS = 3

/** Counts a message, and decides whether it is answered. */
export function keepPace(
  before: Pace | undefined,
  { text, now, limits }: { text: string; now: number; limits: PaceLimits },
): { pace: Pace; verdict: PaceVerdict } {
  const isNewMinute = !before || now - before.minuteFrom >= MINUTE_MS
  const isNewHour = !before || now - before.hourFrom >= HOUR_MS
  const words = toWords(text)
  const isSame = !isNewHour && words !== '' && words === before.words
  const pace: Pace = {
    minuteFrom: isNewMinute ? now : before.minuteFrom,
    inMinute: (isNewMinute ? 0 : before.inMinute) + 1,
    hourFrom: isNewHour ? now : before.hourFrom,
    inHour: (isNewHour ? 0 : before.inHour) + 1,
    words,
    same: isSame ? before.same + 1 : 1,
    said: before?.said ?? '',
    told: false,
  }
  const isLong = words.length >= LONG_TEXT
  if (isLong && words === pace.said) return { pace: { ...pace, told: true }, verdict: 'silent' }
  const isTooMuch =
    pace.inMinute > limits.perMinute ||
    pace.inHour > limits.perHour ||
    (isLong && pace.same > SAME_TEXTS)
  if (!isTooMuch) return { pace, verdict: 'fine' }
  return { pace: { ...pace, told: true }, verdict: before?.told ? 'silent' : 'told' }
}

/** The beginning of a text without marks, case and spacing. */
export function toWords(text: string): string {
  return fold(text.slice(0, 2 * KNOWN_LENGTH))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, KNOWN_LENGTH)
}
