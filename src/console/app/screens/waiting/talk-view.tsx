import { Box, Paper, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { TalkItem } from '../../../waiting/to-talk'
import { showTime } from '../../show-time'

const WHO: Readonly<Record<TalkItem['from'], string>> = {
  person: 'Người dân',
  bot: 'Loa',
  staff: 'Cán bộ',
}
const COLORS: Readonly<Record<TalkItem['from'], string>> = {
  person: 'gray.1',
  bot: 'blue.0',
  staff: 'green.0',
}
const STATUS: Readonly<Record<NonNullable<TalkItem['status']>, string>> = {
  pending: ', đang gửi',
  sent: '',
  dead: ', không gửi được',
}

/** What was said, the latest in sight. What the person wrote is masked and stays text. */
export function TalkView({ items }: { items: readonly TalkItem[] }) {
  const end = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when something was said
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [items.length])
  return (
    <Box
      role="log"
      aria-label="Cuộc trò chuyện"
      tabIndex={0}
      mah="55vh"
      style={{ overflowY: 'auto' }}
    >
      <Stack gap="xs" p={4}>
        {items.map(({ from, text, at, status }, index) => (
          <Paper
            // Nothing has an id on both sides, and nothing comes in between.
            // biome-ignore lint/suspicious/noArrayIndexKey: as said
            key={index}
            withBorder
            p="sm"
            bg={COLORS[from]}
            maw="85%"
            style={{ alignSelf: from === 'person' ? 'flex-start' : 'flex-end' }}
          >
            <Text size="sm" c={status === 'dead' ? 'red.9' : 'dark.4'}>
              {WHO[from]}, {showTime(at)}
              {status && STATUS[status]}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
          </Paper>
        ))}
        <Box ref={end} />
      </Stack>
    </Box>
  )
}
