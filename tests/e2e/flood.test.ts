import { messengerText, messengerWebhook } from '../stand-ins/messenger-webhooks'
import { deliver } from '../stand-ins/webhook-call'
import { SECRETS, startProgram } from './start-program'
import { until } from './until'

jest.setTimeout(120_000)

let program: Awaited<ReturnType<typeof startProgram>>
beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program.stop())

let messages = 0
const bring = async (texts: readonly string[], person: string) => {
  const items = texts.map((text) => messengerText(text, { mid: `m_${messages++}`, person }))
  const call = messengerWebhook(items, SECRETS.appSecret)
  expect((await deliver(`${program.url}/webhooks/messenger`, call)).status).toBe(200)
}
const heard = (person: string) =>
  program.messenger.received
    .map(({ body }) => JSON.stringify(body))
    .filter((body) => body.includes(`"${person}"`))
const readMetric = async (line: string) => {
  const metrics = await (await fetch(`${program.url}/metrics`)).text()
  return Number(
    metrics
      .split('\n')
      .find((one) => one.startsWith(line))
      ?.split(' ')
      .at(-1) ?? 0,
  )
}

test('two programs that answer each other stop: it is said once that it is too fast, and then nothing', async () => {
  const person = '910001'
  const automatic = 'Cảm ơn bạn đã nhắn tin, shop sẽ trả lời bạn trong giờ hành chính nhé.'
  for (let answered = 0; answered < 8; answered += 1) await bring([automatic], person)
  await until('the silence', async () => {
    return (await readMetric('loa_turns_total{channel="messenger",kind="flood"}')) === 5
  })
  const tooFast = heard(person).filter((body) => body.includes('nhắn nhanh quá'))
  expect(tooFast).toHaveLength(1)
  // Whoever writes something else then is a person again.
  await bring(['chip có theo dõi mình không'], person)
  await until('the answer', () => heard(person).some((body) => body.includes('1579-CV')))
})

test('a flood is answered up to the limit, stored up to another, and keeps nobody else waiting', async () => {
  const texts = Array.from({ length: 300 }, (_, index) => `câu hỏi số ${index} của tôi`)
  await bring(texts, '910002')
  await bring(['chip có theo dõi mình không'], '910003')
  await until('the answer to somebody else', () => heard('910003').length > 0)
  const stored = 'loa_deliveries_total{stage="turn",channel="messenger",outcome="handled"'
  await until('what was stored', async () => (await readMetric(stored)) >= 120 + 10)
  expect(await readMetric('loa_webhooks_total{channel="messenger",outcome="flooded"}')).toBe(1)
  expect(heard('910002').filter((body) => body.includes('nhắn nhanh quá'))).toHaveLength(1)
})
