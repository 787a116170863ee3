import { z } from 'zod'
import { idSchema } from './topic'

/**
 * Business that people ask about and the bot does not know: an item of `knowledge/outside.yaml`. The matcher
 * learns it so as to say so, instead of answering with the nearest thing it does know.
 */
export const outsideTopicSchema = z.strictObject({
  id: idSchema,
  /** Fits into "Loa chưa có thông tin về …". */
  name: z.string().min(1).max(120),
  /** Who knows, where that is certain. */
  office: z.string().max(250).optional(),
  examples: z.array(z.string().min(1).max(500)).min(3),
})

/** See {@link outsideTopicSchema}. */
export type OutsideTopic = z.infer<typeof outsideTopicSchema>
