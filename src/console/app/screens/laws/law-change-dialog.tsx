import { Alert, Button, Group, Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import { LAWS_KEY, type LawView } from './law-types'

/** Asks what became of a document, and makes a list of everything that rests on it. */
export function LawChangeDialog({ law, onClose }: { law: LawView; onClose(): void }) {
  const [isReplaced, setReplaced] = useState(true)
  const [replacedBy, setReplacedBy] = useState('')
  const [effectiveOn, setEffectiveOn] = useState('')
  const [note, setNote] = useState('')
  const navigate = useNavigate()
  const open = useChange(
    () =>
      callApi<{ id: number }>('/laws/reviews', {
        method: 'POST',
        body: {
          document: law.id,
          seen: Math.max(0, ...law.reviews.map(({ round }) => round)),
          replacedBy: isReplaced ? replacedBy : null,
          effectiveOn: effectiveOn || null,
          note,
        },
      }),
    {
      done: 'Đã lập danh sách xem lại.',
      refresh: [LAWS_KEY, ['home']],
      isQuiet: true,
      onDone: ({ id }) => navigate(`/laws/reviews/${id}`),
    },
  )
  return (
    <Modal opened onClose={onClose} title="Văn bản này đã thay đổi hoặc bị thay thế" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <Stack>
          <Text>
            {law.name}: {law.items.length + law.links.length} mục sẽ vào danh sách xem lại. Câu trả
            lời đang dùng vẫn như cũ cho tới khi có người sửa và đăng.
          </Text>
          <Radio.Group
            label="Văn bản này"
            value={isReplaced ? 'replaced' : 'changed'}
            onChange={(value) => setReplaced(value === 'replaced')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="replaced" label="Bị thay bằng văn bản khác" />
              <Radio value="changed" label="Được sửa đổi, bổ sung" />
            </Stack>
          </Radio.Group>
          {isReplaced && (
            <TextInput
              label="Số, ký hiệu văn bản thay thế"
              placeholder="Ví dụ: Nghị định 15/2027/NĐ-CP"
              maxLength={200}
              value={replacedBy}
              onChange={({ currentTarget }) => setReplacedBy(currentTarget.value)}
            />
          )}
          <TextInput
            type="date"
            label="Từ ngày"
            description="Ngày có hiệu lực; chưa biết thì để trống"
            value={effectiveOn}
            onChange={({ currentTarget }) => setEffectiveOn(currentTarget.value)}
          />
          <Textarea
            label="Ghi chú cho người xem lại"
            placeholder="Ví dụ: chỉ đổi thời hạn cấp thẻ ở Điều 5"
            maxLength={1000}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          {open.error && (
            <Alert color="red" role="alert">
              {open.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Thôi
            </Button>
            <Button
              type="submit"
              loading={open.isPending}
              disabled={isReplaced && replacedBy.trim() === ''}
            >
              Lập danh sách xem lại
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
