import type { ChannelName } from '../../src/channels/channel-limits'
import { readContent } from '../../src/cli/read-content'
import { beginConversation } from '../../src/rehearsal/conversation'

const content = readContent(Date.now())
const NOON = Date.parse('2026-11-24T05:00:00Z')

const cases: { channel: ChannelName; says: RegExp }[] = [
  { channel: 'zalo-bot', says: /Bác nhắn số của một việc dưới đây/ },
  { channel: 'zalo', says: /Bác chọn một nút dưới đây/ },
  { channel: 'messenger', says: /Bác chọn một nút dưới đây/ },
  { channel: 'web', says: /Bác chọn một nút dưới đây/ },
]
test.each(cases)('an entry is told in the words of $channel', async ({ channel, says }) => {
  const conversation = beginConversation(content, channel, () => NOON)
  const { outcome, messages } = await conversation.say({ text: 'loa làm được những việc gì' })
  expect(outcome).toMatchObject({ kind: 'answer', topic: 'help-menu' })
  expect(messages[0]?.text).toMatch(says)
  expect(messages[0]?.text).toMatch(/^Loa trả lời về: thẻ căn cước gắn chip/)
})
