import { Badge, Box, Button, Group, Stack, Text } from '@mantine/core'
import type { ShownReply } from '../../../../rehearsal/show-reply'

/**
 * Messages as a chat shows them. Everything in them is text: nothing is ever taken for markup.
 * @param onPress what a button that sends something does; without it buttons are only shown
 */
export function ChatReply({
  messages,
  onPress,
}: Pick<ShownReply, 'messages'> & { onPress?(title: string): void }) {
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
              {buttons.map(({ title, url }) =>
                onPress && url === undefined ? (
                  <Button key={title} size="sm" variant="default" onClick={() => onPress(title)}>
                    {title}
                  </Button>
                ) : (
                  <Badge key={title} variant="outline" tt="none" size="lg" c="blue.9">
                    {title}
                    {url !== undefined && ' ↗'}
                  </Badge>
                ),
              )}
            </Group>
          )}
        </Box>
      ))}
    </Stack>
  )
}
