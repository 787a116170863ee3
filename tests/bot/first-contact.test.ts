import { readContent } from '../../src/cli/read-content'
import { beginConversation } from '../../src/rehearsal/conversation'

const NOTICE = 'Loa giữ tin nhắn đã che số riêng tối đa 30 ngày để trả lời bác; muốn xóa, bác gõ'
const NOON = Date.parse('2026-11-24T05:00:00Z')

const content = readContent(NOON)
const begin = (channel: 'zalo' | 'messenger' | 'web' | 'zalo-bot' = 'web') => {
  const conversation = beginConversation(content, channel, () => NOON)
  return async (text: string) => {
    const { messages } = await conversation.say({ text })
    return messages.map((message) => message.text)
  }
}

test.each(['zalo', 'messenger', 'web', 'zalo-bot'] as const)(
  'what is said first on %s ends with what is kept and how to erase it; what follows does not',
  async (channel) => {
    const say = begin(channel)
    const first = await say('chip có theo dõi mình không')
    expect(first.join('\n')).toContain('1579-CV')
    expect(first.at(-1)).toContain(NOTICE)
    expect((await say('mất bao nhiêu tiền')).join('\n')).not.toContain('Loa giữ tin nhắn')
  },
)

test('a warning still stands before everything', async () => {
  const [first] = await begin()('số cccd em là 001099087654, chip có theo dõi không')
  expect(first).toMatch(/^Bác vừa gửi số giấy tờ/)
})

test('who was erased is new again', async () => {
  const say = begin()
  await say('xin chào')
  const [erased = ''] = await say('xóa dữ liệu của tôi')
  expect(erased).toMatch(/^Đã xóa khỏi Loa: .*Mã biên nhận: [A-Z]{8}, ngày 24\/11\/2026\./)
  expect(erased).not.toContain(NOTICE)
  expect((await say('xin chào')).at(-1)).toContain(NOTICE)
})
