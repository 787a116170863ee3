import * as z from 'zod'

const phrase = z.string().trim().min(1)

/** The schema of `knowledge/lexicon.yaml`: how people write and what they call things. */
export const lexiconSchema = z.strictObject({
  /**
   * Chat spelling, abbreviation or dialect word → the standard words. With several readings
   * (`mk`: mật khẩu, mình) the likeliest stands first and the neighbouring words decide.
   */
  spellings: z
    .record(phrase, z.union([phrase.transform((one) => [one]), z.array(phrase).min(1)]))
    .default({})
    .describe('Chữ gõ tắt, tiếng địa phương → từ chuẩn, hoặc [nghĩa hay gặp nhất, nghĩa khác]'),
  /** Groups of phrases that name one thing; the first names the group. */
  synonyms: z
    .array(z.array(phrase).min(2))
    .default([])
    .describe('Mỗi dòng là những cách gọi của cùng một thứ; cách gọi chuẩn đứng đầu'),
  /** Polite particles and words of address that carry nothing of the question. */
  particles: z.array(phrase).default([]).describe('Từ đệm, từ xưng hô không mang ý của câu hỏi'),
})

/** What the matcher knows about words beyond the entries' own examples. */
export type Lexicon = z.infer<typeof lexiconSchema>

/** No knowledge of words at all: for matching over any set of intents. */
export const emptyLexicon: Lexicon = { spellings: {}, synonyms: [], particles: [] }
