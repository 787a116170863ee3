import { Badge, Box, Group, Stack, Text } from '@mantine/core'
import type { ShownReply } from '../../../../rehearsal/show-reply'

/** Messages as a chat shows them. Everything in them is text: nothing is ever taken for markup. */
export function ChatReply({ messages }: Pick<ShownReply, 'messages'>) {
  return (
    <Stack gap="xs">
      {messages.map(({ text, buttons }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages of one reply are known by their order alone
        <Box key={index} bg="gray.1" p="sm" style={{ borderRadius: 12 }}>
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {text}
          </Text>
          {buttons.length > 0 && (
            <Group gap={6} mt="xs">
              {buttons.map(({ title, url }) => (
                <Badge key={title} variant="outline" tt="none" size="lg" c="blue.9">
                  {title}
                  {url !== undefined && ' ↗'}
                </Badge>
              ))}
            </Group>
          )}
        </Box>
      ))}
    </Stack>
  )
}
