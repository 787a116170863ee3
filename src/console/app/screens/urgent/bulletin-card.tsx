import { Alert, Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BulletinStanding, BulletinView } from '../../../urgent/to-bulletin-view'
import { showTime } from '../../show-time'
import { BulletinActions } from './bulletin-actions'
import { BulletinPreview } from './bulletin-preview'
import { LackingAlert } from './lacking-alert'
import { useBulletinPreview } from './use-urgent'

const STANDINGS: Readonly<Record<BulletinStanding, { words: string; color: string }>> = {
  waiting: { words: 'Chờ duyệt', color: 'yellow' },
  out: { words: 'Đang đăng', color: 'red' },
  over: { words: 'Hết hiệu lực', color: 'gray' },
  lapsed: { words: 'Hết giờ, chưa đủ người duyệt', color: 'gray' },
  rejected: { words: 'Bị từ chối', color: 'gray' },
  withdrawn: { words: 'Đã rút lại', color: 'gray' },
  ended: { words: 'Đã gỡ', color: 'gray' },
}

/** A notice: what it says and where, who said yes, and what may be done with it. */
export function BulletinCard({ bulletin }: { bulletin: BulletinView }) {
  const [isShown, setShown] = useState(bulletin.mayApprove)
  const { data } = useBulletinPreview(bulletin.id, isShown)
  const { standing, wanted } = bulletin
  const isRunning = standing === 'waiting' || standing === 'out'
  return (
    <Card withBorder component="article">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={600}>
            {bulletin.question === null
              ? 'Trên mọi câu trả lời'
              : `Thay câu trả lời: ${bulletin.question}`}
          </Text>
          <Badge color={STANDINGS[standing].color}>{STANDINGS[standing].words}</Badge>
        </Group>
        <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{bulletin.text}</Text>
        {bulletin.link !== null && (
          <Text style={{ overflowWrap: 'anywhere' }}>{bulletin.link}</Text>
        )}
        <Text size="sm" c="dark.4">
          Hết hiệu lực lúc {showTime(bulletin.endsAt)} · {bulletin.author} viết lúc{' '}
          {showTime(bulletin.askedAt)}
        </Text>
        <Text size="sm" c="dark.4">
          {toApprovals(bulletin)}
        </Text>
        {bulletin.closedAt !== null && (
          <Text size="sm" c="dark.4">
            {STANDINGS[standing].words} lúc {showTime(bulletin.closedAt)}, {bulletin.closedBy}
            {bulletin.reason && `: ${bulletin.reason}`}
          </Text>
        )}
        {wanted > 0 && <LackingAlert lacking={bulletin.lacking} />}
        {bulletin.ends !== null && (
          <Alert color="orange" title="Khi đăng sẽ thay thông báo đang có">
            {bulletin.ends}
          </Alert>
        )}
        {isShown && data && <BulletinPreview preview={data.preview} />}
        {isRunning && (
          <Group gap="xs">
            <Button
              variant="default"
              aria-expanded={isShown}
              onClick={() => setShown((before) => !before)}
            >
              {isShown ? 'Thu gọn' : 'Người dân thấy gì'}
            </Button>
            <BulletinActions bulletin={bulletin} />
          </Group>
        )}
      </Stack>
    </Card>
  )
}

function toApprovals({ approvers, wanted }: BulletinView): string {
  const said = approvers.length > 0 ? `Đã duyệt: ${approvers.join(', ')}. ` : 'Chưa ai duyệt. '
  return wanted > 0 ? `${said}Còn cần ${wanted} người duyệt.` : said.trim()
}
