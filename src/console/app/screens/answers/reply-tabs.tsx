import { Stack, Tabs } from '@mantine/core'
import type { ReplyPreview } from '../../../../rehearsal/preview-topic'
import { CHANNEL_NAMES } from './answer-words'
import { ChatReply } from './chat-reply'
import { LossList } from './loss-list'

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
            <LossList losses={losses} />
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
