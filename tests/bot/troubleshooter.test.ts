import { readContent } from '../../src/cli/read-content'
import { beginConversation } from '../../src/rehearsal/conversation'

const content = readContent(Date.now())
const NOON = Date.parse('2026-11-24T05:00:00Z')

describe('a guide that others call', () => {
  test('goes on where it is when its button is pressed while it runs, and returns once', async () => {
    const conversation = beginConversation(content, 'web', () => NOON)
    await conversation.say({ payload: 'flow:activate-account' })
    const called = await conversation.say({ payload: 'flow:fix-otp' })
    expect(called.outcome).toMatchObject({ flow: 'fix-otp', step: 'right-sim' })
    expect((await conversation.say({ text: 'có' })).outcome?.step).toBe('signal')

    const pressed = await conversation.say({ payload: 'flow:fix-otp' })
    expect(pressed.outcome).toMatchObject({ flow: 'fix-otp', step: 'signal' })

    await conversation.say({ text: 'quay lại' })
    const over = await conversation.say({ text: 'mất sim' })
    expect(over.outcome).toMatchObject({ flow: 'activate-account' })
  })
})
