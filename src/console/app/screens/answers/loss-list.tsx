import { Box, Text } from '@mantine/core'
import type { Loss } from '../../../../rehearsal/show-reply'

/** What a channel's limits do to a reply, in words. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return null
  return (
    <Box component="ul" m={0} pl="md">
      {losses.map((loss) => (
        <Text component="li" size="sm" key={describe(loss)}>
          {describe(loss)}
        </Text>
      ))}
    </Box>
  )
}

function describe(loss: Loss): string {
  switch (loss.kind) {
    case 'split':
      return `Bị chia thành ${loss.parts} tin`
    case 'shortened':
      return `Nút “${loss.title}” bị cắt còn “${loss.shown}”`
    case 'in_text':
      return `Nút “${loss.title}” thành một dòng chữ`
    case 'lost':
      return `Nút “${loss.title}” không hiện`
  }
}
