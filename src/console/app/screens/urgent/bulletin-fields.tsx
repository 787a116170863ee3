import { Alert, Button, Group, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from 'react-router'
import { BULLETIN_LIMITS } from '../../../../knowledge/bulletin-limits'
import type { BulletinProblem } from '../../../../knowledge/check-bulletin'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import { FieldProblems } from '../answers/field-problems'
import { LackingAlert } from './lacking-alert'
import { type BulletinForm, URGENT_KEY, useBulletins, useReplaceable } from './use-urgent'

/** Of thousands of entries the list would be slow to open. */
const OFFERED = 50

/** What stands in the fields. */
export type WrittenBulletin = {
  text: string
  link: string
  isPinned: boolean
  topic: string | null
  /** As the field has it, in Hanoi: `2026-11-24T07:30`. */
  until: string
}

/** The fields of a notice, what is to be mended in each, and the button that asks two others. */
export function BulletinFields({
  written,
  form,
  set,
  problems,
}: {
  written: WrittenBulletin
  /** The same, as it is sent. */
  form: BulletinForm
  set(change: Partial<WrittenBulletin>): void
  problems: readonly BulletinProblem[]
}) {
  const navigate = useNavigate()
  const { data: replaceable } = useReplaceable()
  const { data: list } = useBulletins()
  const ask = useChange(() => callApi('/urgent', { method: 'POST', body: form }), {
    done: 'Đã gửi. Khi hai người khác duyệt, thông báo được đăng ngay.',
    refresh: [URGENT_KEY],
    isQuiet: true,
    onDone: () => void navigate('/urgent'),
  })
  const isEmpty = written.text.trim() === ''
  const notes = (field: BulletinProblem['field']) => (
    <FieldProblems
      problems={problems
        .filter((problem) => problem.field === field)
        .map(({ message }) => ({ path: [field], message, level: 'error' as const }))}
    />
  )
  const lacking = list?.lacking ?? 0
  const isChosen = written.isPinned || written.topic !== null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        ask.mutate()
      }}
    >
      <Stack>
        <LackingAlert lacking={lacking} />
        <Radio.Group
          label="Đứng ở đâu"
          value={written.isPinned ? 'pinned' : 'replacing'}
          onChange={(value) => set({ isPinned: value === 'pinned' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="pinned" label="Ghim trên mọi câu trả lời" />
            <Radio value="replacing" label="Thay một câu trả lời đang sai" />
          </Stack>
        </Radio.Group>
        {!written.isPinned && (
          <div>
            <Select
              label="Câu trả lời được thay"
              placeholder="Gõ để tìm câu trả lời"
              searchable
              limit={OFFERED}
              data={
                replaceable?.topics.map(({ id, question }) => ({ value: id, label: question })) ??
                []
              }
              value={written.topic}
              onChange={(topic) => set({ topic })}
              nothingFoundMessage="Không có câu trả lời nào như vậy"
            />
            {isChosen && notes('topic')}
          </div>
        )}
        <div>
          <Textarea
            label="Thông báo"
            description={`Ngắn, rõ, nói việc bác cần làm: ${written.text.length}/${BULLETIN_LIMITS.text} ký tự`}
            minRows={4}
            value={written.text}
            onChange={({ currentTarget }) => set({ text: currentTarget.value })}
          />
          {notes('text')}
        </div>
        <div>
          <TextInput
            label="Đường dẫn chính thức (không bắt buộc)"
            placeholder="https://vneid.gov.vn"
            inputMode="url"
            value={written.link}
            onChange={({ currentTarget }) => set({ link: currentTarget.value })}
          />
          {notes('link')}
        </div>
        <div>
          <TextInput
            type="datetime-local"
            label="Hết hiệu lực lúc (giờ Hà Nội)"
            description={`Tự gỡ vào lúc này; nhiều nhất ${BULLETIN_LIMITS.days} ngày`}
            value={written.until}
            onChange={({ currentTarget }) => set({ until: currentTarget.value })}
          />
          {notes('endsAt')}
        </div>
        {ask.error && (
          <Alert color="red" role="alert">
            {ask.error.message}
          </Alert>
        )}
        <Group>
          <Button
            type="submit"
            loading={ask.isPending}
            disabled={isEmpty || !isChosen || lacking > 0}
          >
            Gửi hai người duyệt
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
