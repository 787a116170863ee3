import { Text } from '@mantine/core'
import type { BulletinPreview as Preview } from '../../../urgent/preview-bulletin'
import { ReplyTabs } from '../answers/reply-tabs'

/** A notice on each channel, with the answer to which question. */
export function BulletinPreview({ preview }: { preview: Preview | null }) {
  if (!preview) return <Text>Chọn câu trả lời được thay để xem trước.</Text>
  return (
    <>
      <Text size="sm" mb="xs">
        Ví dụ khi người dân hỏi: “{preview.question}”
      </Text>
      <ReplyTabs replies={preview.replies} />
    </>
  )
}
