import { perWord } from './per-word'
import { parseSyllable } from './syllable'
import { placeTone, type Tone } from './tone'

const telexTones: Readonly<Record<string, Tone>> = {
  f: '\u0300',
  s: '\u0301',
  x: '\u0303',
  r: '\u0309',
  j: '\u0323',
}
const vniTones: Readonly<Record<string, Tone>> = {
  2: '\u0300',
  1: '\u0301',
  4: '\u0303',
  3: '\u0309',
  5: '\u0323',
}
const hats: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' }
const hooks: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' }

/**
 * Reads raw Telex keystrokes: `dduwowcj`, `dduocwj` and `ddwocj` are `được`. The keys may stand
 * right after their letter or at the end of the word. Gives null unless something was decoded and
 * the outcome is a Vietnamese syllable, so that `sim`, `app` and `hoa` stay what they are.
 */
export const decodeTelex = perWord((word: string): string | null => {
  if (!/^[a-zđ]{2,9}$/.test(word)) return null
  let letters = ''
  let tone: Tone = ''
  for (const key of word) {
    const hasVowel = /[aeiouyăâêôơư]/.test(letters)
    if (key === 'd' && /^d(?!.*đ)/.test(letters)) letters = `đ${letters.slice(1)}`
    else if (key === 'w') letters = addHook(letters) ?? `${letters}ư`
    else if (hats[key] && canTakeHat(letters, key)) letters = addMark(letters, key, hats)
    else if (telexTones[key] !== undefined && hasVowel) tone = telexTones[key]
    else if (key === 'z' && hasVowel) tone = ''
    else letters += key
  }
  return toWord(word, letters, tone)
})

/** Reads raw VNI keystrokes: `d9u7o7c5` and `duoc975` are `được`; null as for Telex. */
export function decodeVni(word: string): string | null {
  if (!/^[a-zđ]+[1-9][a-z1-9]*$/.test(word)) return null
  let letters = ''
  let tone: Tone = ''
  for (const key of word) {
    if (/[a-zđ]/.test(key)) letters += key
    else if (key === '9' && letters.startsWith('d')) letters = `đ${letters.slice(1)}`
    else if (key === '7') letters = addHook(letters, 'ou') ?? letters + key
    else if (key === '8') letters = addHook(letters, 'a') ?? letters + key
    else if (key === '6') letters = addHat(letters) ?? letters + key
    else tone = vniTones[key] ?? tone
  }
  return toWord(word, letters, tone)
}

function toWord(typed: string, letters: string, tone: Tone): string | null {
  const syllable = parseSyllable(letters)
  if (!syllable || (tone === '' && /[cpt]$|ch$/.test(syllable.rhyme))) return null
  const word = placeTone(syllable.onset, syllable.rhyme, tone)
  return word !== typed && parseSyllable(word) ? word : null
}

/** Telex doubles a letter at once (`khoong`) or after the rest of the word (`khongo`). */
function canTakeHat(letters: string, key: string): boolean {
  const at = letters.lastIndexOf(key)
  return at >= 0 && !/[aeiouy]/.test(letters.slice(at + 1).replace(/[iuy]/g, ''))
}

function addMark(letters: string, key: string, marks: Readonly<Record<string, string>>): string {
  const at = letters.lastIndexOf(key)
  return letters.slice(0, at) + (marks[key] ?? key) + letters.slice(at + 1)
}

function addHat(letters: string): string | null {
  const key = [...letters].reverse().find((letter) => hats[letter])
  return key ? addMark(letters, key, hats) : null
}

/** A hook after `uo` makes `ươ`; else it goes to the last vowel that takes one: `moiw`, `tuw`. */
function addHook(letters: string, targets = 'aou'): string | null {
  const pair = targets.includes('u') ? letters.replace(/(?<!q)[uư][oơ]/, 'ươ') : letters
  if (pair !== letters) return pair
  if (letters.includes('ươ')) return letters
  const key = [...letters].reverse().find((letter) => targets.includes(letter))
  if (!key) return null
  if (key === 'a' && /ua$/.test(letters) && !letters.startsWith('qu')) {
    return addMark(letters, 'u', hooks)
  }
  return addMark(letters, key, hooks)
}
