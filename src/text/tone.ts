/** One of the five written tones as its combining mark; `''` is the level tone. */
export type Tone = '' | '\u0300' | '\u0301' | '\u0303' | '\u0309' | '\u0323'

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A word without its tone (`việt` → `viêt`), and the tone; the last one counts if there are two. */
export function splitTone(word: string): { base: string; tone: Tone } {
  const decomposed = word.normalize('NFD')
  const found = decomposed.match(toneMarks)
  if (!found) return { base: word, tone: '' }
  return {
    base: decomposed.replace(toneMarks, '').normalize('NFC'),
    tone: found.at(-1) as Tone, // the expression matches nothing but the five marks
  }
}

/**
 * Writes a tone on the vowel that carries it: on the marked vowel if there is one (the last of
 * two: `người`), else on the vowel before a final consonant, else in the traditional place
 * (`hòa`, `thủy`). Vowels of `qu` and `gi` belong to the onset and carry nothing.
 */
export function placeTone(onset: string, rhyme: string, tone: Tone): string {
  if (tone === '') return onset + rhyme
  const at = toneCarrier(rhyme)
  const carrier = (rhyme[at] ?? '') + tone
  return onset + rhyme.slice(0, at) + carrier.normalize('NFC') + rhyme.slice(at + 1)
}

function toneCarrier(rhyme: string): number {
  for (let i = rhyme.length - 1; i >= 0; i--) {
    if ('ăâêôơư'.includes(rhyme[i] ?? '')) return i
  }
  const vowels = rhyme.match(/^[aeiouy]*/)?.[0].length ?? 0
  const closed = vowels < rhyme.length
  if (vowels < 2) return 0
  return closed ? vowels - 1 : vowels - 2
}
