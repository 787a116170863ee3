import { perWord } from './per-word'
import { parseSyllable } from './syllable'
import { placeTone } from './tone'

/** What masking leaves behind: `[số điện thoại đã ẩn]`. It says nothing about the question. */
const placeholder = /\[[^[\]]{1,60} đã ẩn\]/giu
const invisible = /\p{Cf}|\p{Variation_Selector}/gu

/**
 * One way of writing what Unicode and keyboards write in many: composed, compatible forms
 * (`𝐕𝐍𝐞𝐈𝐃`, full-width letters), lower case, no invisible characters, no placeholders of masked
 * numbers, no letters stretched for feeling (`khônggg`). Words are put right by `toTokens`.
 */
export function toNormalForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(placeholder, ' ')
    .toLowerCase()
    .normalize('NFC') // lower-casing can decompose (İ)
    .replace(/[ðɖ]/g, 'đ') // look-alikes of đ from foreign keyboards
    .replace(/(\p{L})\1{2,}/gu, '$1')
}

/**
 * Puts a word's tone mark in its one place (`hoà` → `hòa`) and y or i where most people write it
 * (`kí` → `ký`, `sỹ` → `sĩ`). A word that is no Vietnamese syllable stays as it is.
 */
export const toNormalWord = perWord((word: string): string => {
  const syllable = parseSyllable(word)
  if (!syllable) return word
  const { onset, rhyme, tone } = syllable
  if (rhyme === 'i' && /^(k|l|m|qu)$/.test(onset)) return placeTone(onset, 'y', tone)
  if (rhyme === 'y' && onset === 's') return placeTone(onset, 'i', tone)
  return placeTone(onset, rhyme, tone)
})
