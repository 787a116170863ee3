import { Anchor, Grid, Paper, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import { BULLETIN_LIMITS } from '../../../../knowledge/bulletin-limits'
import { ScreenFrame } from '../../shell/screen-frame'
import { readHanoiTime } from '../answers/read-hanoi-time'
import { toHanoiInput } from '../answers/to-hanoi-input'
import { BulletinFields, type WrittenBulletin } from './bulletin-fields'
import { BulletinPreview } from './bulletin-preview'
import { type BulletinForm, useFormPreview } from './use-urgent'

/** The server is asked when nobody has typed for so long, in milliseconds. */
const PAUSE_MS = 400
const DAY_MS = 24 * 3_600_000

/** A notice is written, seen as citizens will see it, and two others are asked for their yes. */
export function NewBulletinScreen() {
  const [written, setWritten] = useState<WrittenBulletin>(() => ({
    text: '',
    link: '',
    isPinned: true,
    topic: null,
    until: toHanoiInput(Date.now() + BULLETIN_LIMITS.defaultDays * DAY_MS),
  }))
  const form = toForm(written)
  const [paused] = useDebouncedValue(written, PAUSE_MS)
  const { data, error } = useFormPreview(toForm(paused))
  return (
    <ScreenFrame title="Viết đính chính khẩn" error={error}>
      <Anchor component={Link} to="/urgent" underline="always">
        Về danh sách
      </Anchor>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <BulletinFields
            written={written}
            form={form}
            set={(change) => setWritten((before) => ({ ...before, ...change }))}
            problems={data?.problems ?? []}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="preview-title">
            <Title order={2} size="h4" id="preview-title" mb="xs">
              Người dân sẽ thấy
            </Title>
            {data && <BulletinPreview preview={data.preview} />}
          </Paper>
        </Grid.Col>
      </Grid>
    </ScreenFrame>
  )
}

/** As it is sent; a time that is none is told by the server as one that is over. */
function toForm({ text, link, isPinned, topic, until }: WrittenBulletin): BulletinForm {
  return {
    text,
    link: link.trim() || null,
    // A name that no entry has, until one is chosen.
    topic: isPinned ? null : (topic ?? '-'),
    endsAt: readHanoiTime(until) ?? 1,
  }
}
