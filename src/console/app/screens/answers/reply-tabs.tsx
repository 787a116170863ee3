import { Box, Stack, Tabs, Text } from '@mantine/core'
import type { ReplyPreview } from '../../../../rehearsal/preview-topic'
import type { Loss } from '../../../../rehearsal/show-reply'
import { CHANNEL_NAMES } from './answer-words'
import { ChatReply } from './chat-reply'

/** An answer as each channel shows it, and what each one's limits cost. */
export function ReplyTabs({ replies }: { replies: ReplyPreview }) {
  return (
    <Tabs defaultValue="zalo" keepMounted={false}>
      <Tabs.List>
        {Object.keys(CHANNEL_NAMES).map((channel) => (
          <Tabs.Tab key={channel} value={channel}>
            {CHANNEL_NAMES[channel]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {Object.entries(replies).map(([channel, { messages, losses }]) => (
        <Tabs.Panel key={channel} value={channel} pt="sm">
          <Stack gap="xs">
            <ChatReply messages={messages} />
            <Box component="ul" m={0} pl="md">
              {losses.map((loss) => (
                <Text component="li" size="sm" key={describe(loss)}>
                  {describe(loss)}
                </Text>
              ))}
            </Box>
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
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
