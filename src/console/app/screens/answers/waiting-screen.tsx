import { Anchor, Card, Group, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { ScreenFrame } from '../../shell/screen-frame'
import { showTime } from '../../show-time'
import { ENTRY_FORM } from './entry-form-kind'
import { StateBadges } from './state-badges'
import { useWaiting } from './use-answers'
import { ValueChange } from './value-change'

/** Drafts that wait for a second person or for their time, each with what it changes. */
export function WaitingScreen() {
  const { data, error } = useWaiting()
  return (
    <ScreenFrame title="Chờ duyệt, hẹn giờ" error={error}>
      <Anchor component={Link} to="/answers" underline="always">
        Về danh sách
      </Anchor>
      {data?.drafts.length === 0 && <Text>Không có nháp nào đang chờ.</Text>}
      <Stack component="ul" p={0} m={0}>
        {data?.drafts.map((draft) => (
          <Card key={draft.id} withBorder component="li">
            <Stack gap="xs">
              <Group justify="space-between">
                <Anchor component={Link} to={`/answers/${draft.id}`} fw={600} underline="always">
                  {draft.form.question}
                </Anchor>
                <StateBadges state={draft.basedOn === null ? 'new' : 'live'} draft={draft} />
              </Group>
              <Text size="sm">
                {draft.author}, {showTime(draft.updatedAt)}
                {draft.note && `: ${draft.note}`}
                {draft.publishAt !== null && ` · hẹn đăng lúc ${showTime(draft.publishAt)}`}
              </Text>
              {draft.basedOn === null && <Text>Mục mới: {draft.form.answer.short}</Text>}
              {draft.changes.map((change) => (
                <ValueChange
                  key={change.field}
                  change={change}
                  name={ENTRY_FORM.nameField(change.field, draft.form)}
                />
              ))}
              <Group>
                <Anchor component={Link} to={`/answers/${draft.id}`} underline="always">
                  Xem và duyệt
                </Anchor>
                <Anchor component={Link} to={`/answers/${draft.id}/replay`} underline="always">
                  Nếu đăng thì điều gì thay đổi?
                </Anchor>
              </Group>
            </Stack>
          </Card>
        ))}
      </Stack>
    </ScreenFrame>
  )
}
