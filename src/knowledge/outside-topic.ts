import { z } from 'zod'
import { idSchema } from './topic'

/**
 * Business that people ask about and the bot does not know: an item of `knowledge/outside.yaml`. The matcher
 * learns it so as to say so, instead of answering with the nearest thing it does know.
 */
export const outsideTopicSchema = z.strictObject({
  id: idSchema.describe('Mã của loại việc'),
  /** Fits into "Loa chưa có thông tin về …". */
  name: z.string().min(1).max(120).describe('Điền vào câu "Loa chưa có thông tin về …"'),
  /** Who knows, where that is certain. */
  office: z.string().max(250).optional().describe('Nơi biết rõ, nếu chắc chắn'),
  examples: z
    .array(z.string().min(1).max(500))
    .min(3)
    .describe('Các cách người dân hỏi việc này, 14-20 câu'),
})

/** See {@link outsideTopicSchema}. */
export type OutsideTopic = z.infer<typeof outsideTopicSchema>

/** `knowledge/outside.yaml`. */
export const outsideSchema = z.array(outsideTopicSchema)
