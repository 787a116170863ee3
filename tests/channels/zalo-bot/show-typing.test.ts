import { until } from '../../e2e/until'
import { PERSON } from '../../stand-ins/zalo-bot-webhooks'
import { startZaloBot } from './zalo-bot-fixture'

let bot: Awaited<ReturnType<typeof startZaloBot>>
beforeEach(async () => {
  bot = await startZaloBot()
})
afterEach(() => bot.platform.close())

test('typing is shown in the person’s chat', async () => {
  bot.adapter.showTyping(PERSON)
  await until('typing', () => bot.platform.typing.length > 0)
  expect(bot.platform.typing).toEqual([PERSON])
})

test('typing that fails is nobody’s business, and the answer comes', async () => {
  bot.platform.failNext({ reset: true })
  bot.adapter.showTyping(PERSON)
  const message = { id: 1, attempt: 1, channel: 'zalo-bot', conversation: `zalo-bot:bot:${PERSON}` }
  await until('the connection was dropped', async () => {
    const receipt = await bot.adapter
      .send({ ...message, payload: { chat_id: PERSON, text: 'Dạ' } })
      .catch(() => null)
    return receipt !== null
  })
  expect(bot.platform.typing).toEqual([])
})
