import { setTimeout as sleep } from 'node:timers/promises'
import { createSenderActions } from '../../../src/channels/messenger/sender-actions'
import { SETTINGS, startMessenger } from './messenger-fixture'

const PERSON = '2000002'
const message = {
  id: 41,
  attempt: 1,
  channel: 'messenger',
  conversation: `messenger:1000001:${PERSON}`,
  payload: { recipient: { id: PERSON }, messaging_type: 'RESPONSE', message: { text: 'Dạ' } },
}

let messenger: Awaited<ReturnType<typeof startMessenger>>
beforeEach(async () => {
  messenger = await startMessenger()
})
afterEach(() => messenger.platform.close())

async function actionsSeen(count: number) {
  for (let waited = 0; waited < 500 && messenger.platform.actions.length < count; waited++) {
    await sleep(10)
  }
  return messenger.platform.actions.map(({ body }) => body)
}

test('a person is told that they were read and that an answer is being written', async () => {
  messenger.adapter.showTyping(PERSON)
  const bodies = await actionsSeen(2)
  expect(bodies).toHaveLength(2)
  expect(bodies).toEqual(
    expect.arrayContaining([
      { recipient: { id: PERSON }, sender_action: 'mark_seen' },
      { recipient: { id: PERSON }, sender_action: 'typing_on' },
    ]),
  )
  expect(messenger.platform.refused).toEqual([])
})

test.each([
  ['fail', { status: 500 }],
  ['are refused', { status: 400, body: { error: { code: 613 } } }],
  ['hang', { delayMs: 1_000 }],
  ['are cut off', { reset: true }],
])('an answer leaves at once where they %s, and they are not tried again', async (_, fault) => {
  messenger.platform.failNextAction(fault, 2)
  messenger.adapter.showTyping(PERSON)
  await expect(messenger.adapter.send(message)).resolves.toEqual({ platformMessageId: 'm_out_1' })
  expect(messenger.platform.actions).toEqual([])
})

test('typing that is shown only after the answer is taken away again', async () => {
  messenger.platform.failNextAction({ delayMs: 100 }, 2)
  messenger.adapter.showTyping(PERSON)
  await messenger.adapter.send(message)
  expect(messenger.platform.actions).toEqual([])
  expect((await actionsSeen(3)).at(-1)).toEqual({
    recipient: { id: PERSON },
    sender_action: 'typing_off',
  })
})

test('where the platform is not there, nothing is thrown', async () => {
  await messenger.platform.close()
  expect(() => messenger.adapter.showTyping(PERSON)).not.toThrow()
  await sleep(50)
})

test('in a rush answers matter more: only some people a second are told', async () => {
  let now = 1_000
  const actions = createSenderActions({ ...SETTINGS, apiUrl: messenger.platform.url }, () => now)
  for (let person = 0; person < 50; person++) actions.begin(String(person))
  const told = (await actionsSeen(20)).length
  await sleep(50)
  expect(told).toBe(20)
  expect(messenger.platform.actions).toHaveLength(20)
  now += 1_000
  actions.begin('another')
  expect(await actionsSeen(22)).toHaveLength(22)
})
