import { Alert, Button, Checkbox, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ShownGroup } from '../../../unanswered/list-groups'
import { callApi } from '../../call-api'
import { useChange } from '../../use-change'
import {
  DECISION_NAMES,
  type DecisionKind,
  UNANSWERED_KEY,
  type UnansweredList,
} from './question-types'

/** What happens then, told before it is done. */
const EXPLANATIONS: Readonly<Record<DecisionKind, string>> = {
  example:
    'Các câu được chọn vào bản nháp của mục, và được dùng sau khi bản nháp được duyệt và đăng.',
  entry: 'Mở một bản nháp với câu hỏi này. Bạn viết câu trả lời ở màn hình tiếp theo.',
  outside:
    'Loa sẽ nói rõ là chưa có thông tin về việc này và chỉ nơi biết rõ. Được dùng ngay, nên cần người có quyền duyệt.',
  dismissed: 'Câu này và những câu gần như y hệt sẽ không hiện lại nữa. Vẫn hoàn tác được.',
}

/** Asks for what a decision needs, and makes it. */
export function DecideDialog(props: {
  kind: DecisionKind
  group: ShownGroup
  list: UnansweredList
  onClose(): void
}) {
  const { kind, group, list, onClose } = props
  const [texts, setTexts] = useState<string[]>([group.text])
  const suggested = group.suggestions[0]?.id ?? null
  const [target, setTarget] = useState<string | null>(kind === 'example' ? suggested : null)
  const [reason, setReason] = useState('')
  const navigate = useNavigate()
  const decide = useChange(
    () =>
      callApi<{ entry: string | null }>('/unanswered/decisions', {
        method: 'POST',
        body: {
          kind,
          text: group.text,
          forms: group.members.map(({ form }) => form),
          ...(kind === 'dismissed' ? { reason } : { texts }),
          ...(target ? { target } : {}),
        },
      }),
    {
      done: 'Đã xử lý. Có thể hoàn tác ở thẻ "Đã xử lý".',
      refresh: [UNANSWERED_KEY],
      isQuiet: true,
      onDone: ({ entry }) => (entry ? navigate(`/answers/${entry}`) : onClose()),
    },
  )
  const needsTarget = kind === 'example' || kind === 'outside'
  const isReady = kind === 'dismissed' ? reason.trim() !== '' : texts.length > 0
  return (
    <Modal opened onClose={onClose} title={DECISION_NAMES[kind]} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          decide.mutate()
        }}
      >
        <Stack>
          <Text>{EXPLANATIONS[kind]}</Text>
          {kind === 'example' && (
            <Select
              label="Vào mục nào"
              placeholder="Gõ để tìm mục"
              searchable
              data={toChoices(group, list)}
              value={target}
              onChange={setTarget}
              nothingFoundMessage="Không có mục nào như vậy"
            />
          )}
          {kind === 'outside' && (
            <Select
              label="Thuộc loại việc nào"
              placeholder="Gõ để tìm"
              searchable
              data={list.outside.map(({ id, name }) => ({ value: id, label: name }))}
              value={target}
              onChange={setTarget}
              nothingFoundMessage="Không có loại việc nào như vậy"
            />
          )}
          {kind === 'dismissed' ? (
            <Textarea
              label="Lý do"
              placeholder="Ví dụ: câu đùa, không thuộc đợt tuyên truyền"
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
            />
          ) : (
            <Checkbox.Group label="Lấy những câu nào" value={texts} onChange={setTexts}>
              <Stack gap="xs" mt="xs">
                {group.members.slice(0, 30).map(({ form, text }) => (
                  <Checkbox key={form} value={text} label={text} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          {decide.error && (
            <Alert color="red" role="alert">
              {decide.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Thôi
            </Button>
            <Button
              type="submit"
              loading={decide.isPending}
              disabled={!isReady || (needsTarget && !target)}
            >
              {DECISION_NAMES[kind]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** The entries nearest to the question first, then all the others. */
function toChoices({ suggestions }: ShownGroup, { entries }: UnansweredList) {
  const toItem = ({ id, question }: { id: string; question: string }) => ({
    value: id,
    label: question,
  })
  const near = new Set(suggestions.map(({ id }) => id))
  return [
    { group: 'Gần với câu này nhất', items: suggestions.map(toItem) },
    { group: 'Tất cả các mục', items: entries.filter(({ id }) => !near.has(id)).map(toItem) },
  ].filter(({ items }) => items.length > 0)
}
