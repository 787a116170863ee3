import { type PhraseLikeness, PhraseReader } from '../../src/matching/phrase-reader'
import { emptyLexicon } from '../../src/text/lexicon'

describe('how a short message stands to a phrase', () => {
  const cases: [said: string, phrase: string, likeness: PhraseLikeness | null][] = [
    ['xong rồi', 'xong rồi', 'same'],
    ['XONG ROI', 'xong rồi', 'same'],
    ['đổ chuông rồi đó', 'đổ chuông', 'begins'],
    ['máy đổ chuông', 'đổ chuông', 'holds'],
    ['máy không đổ chuông', 'đổ chuông', null],
    ['cháu chưa có thẻ', 'có thẻ', null],
    ['máy không đổ chuông', 'không đổ chuông', 'holds'],
    ['tôi ở nhà nên gọi mãi mà máy kia đổ chuông', 'đổ chuông', null],
    ['dung', 'dừng', 'same'],
    ['dừng', 'dừng', 'same'],
    ['đúng', 'dừng', null],
    ['đúng rồi', 'dừng', null],
    ['', 'đổ chuông', null],
  ]
  test.each(cases)('"%s" to "%s": %s', (said, phrase, likeness) => {
    const phrases = new PhraseReader(emptyLexicon)
    expect(phrases.liken(phrases.read(said), [phrase])).toBe(likeness)
  })
})

test('a word that particles leave of a phrase is not found inside a question', () => {
  const phrases = new PhraseReader({ ...emptyLexicon, particles: ['rồi'] })
  expect(phrases.liken(phrases.read('mã này có cho ai xem không'), ['có rồi'])).toBeNull()
  expect(phrases.liken(phrases.read('có rồi'), ['có rồi'])).toBe('same')
  expect(phrases.liken(phrases.read('tôi làm xong'), ['xong'])).toBe('holds')
})
