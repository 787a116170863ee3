import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isAtLeast } from '../../../../storage/role'
import type { DraftView } from '../../../answers/create-draft-views'
import type { Approval } from '../../../answers/publish-draft'
import { callApi } from '../../call-api'
import { useAccount } from '../../session/use-account'
import { showTime } from '../../show-time'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import { readHanoiTime } from './read-hanoi-time'

/** How a saved draft comes to citizens: asked for, approved, at once or at a time, taken back. */
export function PublishBar({
  path,
  draft,
  needsSecond,
  onDone,
}: {
  /** Of the draft's calls: `/answers/entries/chip/draft`. */
  path: string
  draft: Omit<DraftView<unknown>, 'form'>
  needsSecond: boolean
  onDone(): void
}) {
  const { data: account } = useAccount()
  const [isTimed, setTimed] = useState(false)
  const [time, setTime] = useState('')
  const [reason, setReason] = useState('')
  const { version } = draft
  const publishAt = isTimed ? readHanoiTime(time) : null
  const post = (action: string, body: object) =>
    callApi<Approval>(`${path}/${action}`, { method: 'POST', body: { version, ...body } })

  const submit = useChange(() => post('submit', { publishAt }), { done: 'Đã gửi duyệt.', onDone })
  const withdraw = useChange(() => post('withdraw', { reason }), {
    done: 'Đã lấy lại nháp.',
    onDone,
  })
  const publish = useChange(() => post('publish', { publishAt }), {
    onDone(approval) {
      tell.done(describe(approval))
      onDone()
    },
  })

  const isOwn = account?.id === draft.authorId
  const mayApprove = account && (!needsSecond || (isAtLeast(account.role, 'approver') && !isOwn))
  if (draft.state === 'scheduled') {
    return (
      <Button variant="default" onClick={() => withdraw.mutate()} loading={withdraw.isPending}>
        Hủy hẹn giờ
      </Button>
    )
  }
  if (draft.state === 'waiting') {
    return (
      <Stack gap="xs">
        {draft.publishAt !== null && <Text>Hẹn đăng lúc {showTime(draft.publishAt)}.</Text>}
        {mayApprove ? (
          <Group align="flex-end">
            <Button onClick={() => publish.mutate()} loading={publish.isPending}>
              {draft.publishAt === null ? 'Duyệt và đăng' : 'Duyệt, đăng đúng giờ hẹn'}
            </Button>
            <TextInput
              label="Cần sửa gì"
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={reason.trim() === ''}
              onClick={() => withdraw.mutate()}
              loading={withdraw.isPending}
            >
              Trả lại người viết
            </Button>
          </Group>
        ) : (
          <>
            <Alert color="blue">
              {isOwn
                ? 'Bạn là người viết; một người khác có quyền duyệt sẽ đăng.'
                : 'Chờ người có quyền duyệt.'}
            </Alert>
            <Button
              variant="default"
              onClick={() => withdraw.mutate()}
              loading={withdraw.isPending}
            >
              Lấy lại để sửa tiếp
            </Button>
          </>
        )}
      </Stack>
    )
  }
  const isReady = !isTimed || (publishAt !== null && publishAt > Date.now())
  return (
    <Stack gap="xs">
      <Checkbox
        label="Hẹn giờ đăng"
        checked={isTimed}
        onChange={({ currentTarget }) => setTimed(currentTarget.checked)}
      />
      {isTimed && (
        <TextInput
          type="datetime-local"
          label="Đăng lúc (giờ Hà Nội)"
          value={time}
          onChange={({ currentTarget }) => setTime(currentTarget.value)}
          error={time !== '' && !isReady ? 'Chọn một lúc sau bây giờ' : undefined}
        />
      )}
      <Group>
        {needsSecond ? (
          <Button onClick={() => submit.mutate()} loading={submit.isPending} disabled={!isReady}>
            Gửi duyệt
          </Button>
        ) : (
          <Button onClick={() => publish.mutate()} loading={publish.isPending} disabled={!isReady}>
            {isTimed ? 'Hẹn giờ đăng' : 'Đăng ngay'}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function describe(approval: Approval): string {
  if (approval.outcome === 'scheduled') return 'Đã duyệt; sẽ đăng đúng giờ hẹn.'
  return approval.written
    ? 'Đã đăng. Người dân được trả lời theo bản mới từ bây giờ.'
    : 'Đã đăng. Tệp trên máy chủ này không ghi được nên chưa có bản mới; hãy báo người phụ trách kỹ thuật.'
}
