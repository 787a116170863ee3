import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { isAtLeast } from '../../../../storage/role'
import type { BulletinView } from '../../../urgent/to-bulletin-view'
import { callApi } from '../../call-api'
import { confirm } from '../../confirm'
import { useAccount } from '../../session/use-account'
import { tell } from '../../tell'
import { useChange } from '../../use-change'
import { URGENT_KEY } from './use-urgent'

const REFRESH = [URGENT_KEY, ['home']]

/** What the person may do with a notice that waits or is out. */
export function BulletinActions({ bulletin }: { bulletin: BulletinView }) {
  const { data: account } = useAccount()
  const [closing, setClosing] = useState<'reject' | 'end' | null>(null)
  const post = (action: string, body: object = {}) =>
    callApi<{ became?: string }>(`/urgent/${bulletin.id}/${action}`, { method: 'POST', body })
  const approve = useChange(() => post('approve'), {
    refresh: REFRESH,
    onDone: ({ became }) =>
      tell.done(
        became === 'out'
          ? 'Đã đăng. Người dân thấy ngay trên mọi kênh.'
          : 'Đã duyệt. Cần thêm một người khác duyệt thì đăng.',
      ),
  })
  const withdraw = useChange(() => post('withdraw'), { done: 'Đã rút lại.', refresh: REFRESH })
  const mayDecide = account ? isAtLeast(account.role, 'approver') : false
  const isWaiting = bulletin.standing === 'waiting'
  return (
    <>
      {bulletin.mayApprove && (
        <Button
          loading={approve.isPending}
          onClick={() =>
            confirm({
              title: bulletin.wanted === 1 ? 'Duyệt và đăng ngay?' : 'Duyệt thông báo này?',
              text:
                bulletin.wanted === 1
                  ? 'Bạn là người duyệt cuối. Mọi người dân đang hỏi Loa sẽ thấy ngay.'
                  : 'Sau bạn cần thêm một người khác duyệt, rồi thông báo được đăng ngay.',
              yes: 'Duyệt',
              onYes: () => approve.mutate(),
            })
          }
        >
          {bulletin.wanted === 1 ? 'Duyệt và đăng' : 'Duyệt'}
        </Button>
      )}
      {isWaiting && bulletin.isOwn && (
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Rút lại
        </Button>
      )}
      {isWaiting && mayDecide && !bulletin.isOwn && (
        <Button variant="default" onClick={() => setClosing('reject')}>
          Từ chối
        </Button>
      )}
      {bulletin.standing === 'out' && mayDecide && (
        <Button color="red" onClick={() => setClosing('end')}>
          Gỡ ngay
        </Button>
      )}
      {closing && (
        <CloseDialog
          title={closing === 'end' ? 'Gỡ thông báo ngay' : 'Từ chối thông báo'}
          done={closing === 'end' ? 'Đã gỡ khỏi mọi kênh.' : 'Đã từ chối.'}
          close={(reason) => post(closing, { reason })}
          onClose={() => setClosing(null)}
        />
      )}
    </>
  )
}

/** Asks why, which the others and the trail will read. */
function CloseDialog(props: {
  title: string
  /** What is said once it is done. */
  done: string
  close(reason: string): Promise<unknown>
  onClose(): void
}) {
  const { title, done, close, onClose } = props
  const [reason, setReason] = useState('')
  const change = useChange(() => close(reason), {
    done,
    refresh: REFRESH,
    onDone: onClose,
  })
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <Stack>
          <Textarea
            label="Lý do"
            description="Người viết và nhật ký sẽ thấy"
            maxLength={300}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Thôi
            </Button>
            <Button type="submit" color="red" loading={change.isPending}>
              {title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
