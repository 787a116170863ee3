import fc from 'fast-check'
import { CHANNEL_LIMITS, type ChannelName } from '../../src/channels/channel-limits'
import { readContent } from '../../src/cli/read-content'
import { beginConversation, type ConversationInput } from '../../src/rehearsal/conversation'
import { HUGE, hostileText } from './hostile'
import { RUNS } from './runs'

const content = readContent(Date.now())
const channels = Object.keys(CHANNEL_LIMITS) as ChannelName[]
const SECRET = '001099087654'

const steps = [...content.flows.values()].flatMap(({ flow }) =>
  flow.steps.flatMap(({ id, choices }) =>
    ['next', 'back', 'again', 'stop', 'nothing', ...choices.map((choice) => choice.id)].map(
      (way) => `step:${flow.id}/${id}/${way}`,
    ),
  ),
)
const payload = fc.oneof(
  fc.constantFrom(...steps),
  fc.constantFrom(...[...content.flows.keys()].map((id) => `flow:${id}`)),
  fc.constantFrom(...[...content.knowledge.topics.keys()].map((id) => `topic:${id}`)),
  fc.constantFrom('command:menu', 'command:human', 'command:elsewhere', 'rating:x/yes', 'ref:t_x'),
  hostileText,
)
const input: fc.Arbitrary<ConversationInput> = fc.oneof(
  hostileText.map((text) => ({ text: `${text} ` })),
  hostileText.map((text) => ({ text: `${text} ${SECRET}` })),
  payload.map((one) => ({ payload: `${one} `.trim() || 'x' })),
  fc.constantFrom('image', 'sticker', 'audio').map((attachment) => ({ attachment })),
)

/** Says it, and checks what must hold of whatever is said. */
async function say(
  conversation: ReturnType<typeof beginConversation>,
  one: ConversationInput,
  channel: ChannelName,
): Promise<void> {
  const { messages } = await conversation.say(one)
  const { textLength, buttons, buttonTitleLength } = CHANNEL_LIMITS[channel]
  for (const message of messages) {
    expect(message.text.length).toBeLessThanOrEqual(textLength)
    expect(message.buttons.length).toBeLessThanOrEqual(buttons)
    for (const { title } of message.buttons) {
      expect(title.length).toBeLessThanOrEqual(buttonTitleLength)
    }
  }
  expect(JSON.stringify(messages)).not.toContain(SECRET)
}

test('whatever is said in whatever order, no turn throws, breaks a limit or says a secret back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...channels),
      fc.array(input, { minLength: 1, maxLength: 6 }),
      async (channel, inputs) => {
        const conversation = beginConversation(content, channel, Date.now)
        for (const one of inputs) await say(conversation, one, channel)
      },
    ),
    { numRuns: RUNS },
  )
})

test.each(HUGE)('%s is answered', async (_name, text) => {
  const conversation = beginConversation(content, 'web', Date.now)
  await say(conversation, { text: `${text}.` }, 'web')
})
