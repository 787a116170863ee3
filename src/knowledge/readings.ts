import { z } from 'zod'

/** How words that are no Vietnamese are read aloud over the loudspeaker: `knowledge/readings.yaml`. */
export const readingsSchema = z
  .record(z.string().min(1).max(60), z.string().min(1).max(120))
  .describe('Chữ viết: cách đọc trên loa, bằng âm tiết tiếng Việt, ví dụ VNeID: vê nờ e ai đi')
