import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import type { BulletinView } from '../../../urgent/to-bulletin-view'
import { useMayEdit } from '../../session/use-may-edit'
import { ScreenFrame } from '../../shell/screen-frame'
import { BulletinCard } from './bulletin-card'
import { LackingAlert } from './lacking-alert'
import { useBulletins } from './use-urgent'

/** Official notices: those that wait for a yes first, then those that are out, then those of the past. */
export function UrgentScreen() {
  const { data, error } = useBulletins()
  const mayWrite = useMayEdit()
  const waiting = data?.bulletins.filter(({ standing }) => standing === 'waiting') ?? []
  const out = data?.bulletins.filter(({ standing }) => standing === 'out') ?? []
  const past = data?.bulletins.filter((one) => !waiting.includes(one) && !out.includes(one)) ?? []
  return (
    <ScreenFrame title="Đính chính khẩn" error={error}>
      <Text c="dark.4">
        Thông báo chính thức đứng trên mọi câu trả lời, hoặc thay một câu trả lời, trên mọi kênh
        cùng lúc, và tự hết hiệu lực. Một người viết, hai người khác duyệt thì đăng ngay.
      </Text>
      {!data && !error && <Loader aria-label="Đang tải" />}
      {data && (
        <>
          {mayWrite && <LackingAlert lacking={data.lacking} />}
          {mayWrite && (
            <Group>
              <Button component={Link} to="/urgent/new">
                Viết đính chính
              </Button>
            </Group>
          )}
          <Section
            title="Chờ duyệt"
            bulletins={waiting}
            none="Không có đính chính nào chờ duyệt."
          />
          <Section title="Đang đăng" bulletins={out} none="Không có đính chính nào đang đăng." />
          {past.length > 0 && <Section title="Trước đây" bulletins={past} none="" />}
        </>
      )}
    </ScreenFrame>
  )
}

function Section(props: { title: string; bulletins: readonly BulletinView[]; none: string }) {
  const { title, bulletins, none } = props
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">
        {title}
      </Title>
      {bulletins.length === 0 && <Text>{none}</Text>}
      {bulletins.map((bulletin) => (
        <BulletinCard key={bulletin.id} bulletin={bulletin} />
      ))}
    </Stack>
  )
}
