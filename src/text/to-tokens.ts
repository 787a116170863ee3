import { toNormalForm, toNormalWord } from './normal-form'

/**
 * The words and numbers of a text in normal form; punctuation, emoji and symbols are dropped,
 * and a number is parted from letters behind it (`18t`).
 */
export function toTokens(text: string): string[] {
  return (toNormalForm(text).match(/\p{N}+(?=\p{L})|[\p{L}\p{M}\p{N}]+/gu) ?? []).map(toNormalWord)
}
