import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { readContent } from '../../src/cli/read-content'
import { beginConversation } from '../../src/rehearsal/conversation'
import {
  EXPECTED,
  playConversation,
  readConversation,
} from '../../src/rehearsal/golden-conversation'

const content = readContent(Date.parse('2026-11-24T09:00:00+07:00'))

const files = readdirSync(__dirname).filter((name) => name.endsWith('.yaml'))

const steps = [...content.flows.values()].flatMap(({ flow }) =>
  flow.steps.map((step) => ({ id: `${flow.id}/${step.id}`, text: step.text.trim() })),
)
/** Ids of the steps whose whole text was said in one of the conversations. */
const shown = new Set<string>()

describe('golden conversations', () => {
  test.each(files)('%s', async (name) => {
    const golden = readConversation(readFileSync(join(__dirname, name), 'utf8'))
    for await (const { turn, reply } of playConversation(golden, content)) {
      const text = reply.messages.map((message) => message.text).join('\n')
      for (const step of steps) if (text.includes(step.text)) shown.add(step.id)
      const expected = EXPECTED.flatMap((key) =>
        turn[key] === undefined ? [] : [[key, turn[key]]],
      )
      expect({ turn, ...reply.outcome }).toMatchObject({ turn, ...Object.fromEntries(expected) })
      for (const words of turn.says) expect(text).toContain(words)
      for (const words of turn.silent_about) expect(text).not.toContain(words)
      expect(text).not.toMatch(/\{\w+\}/)
    }
  })

  test('together they show every step and every end of every guide', () => {
    // A text that two steps share would count for both.
    expect(new Set(steps.map(({ text }) => text)).size).toBe(steps.length)
    expect(steps.filter(({ id }) => !shown.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe('whoever presses any buttons of a guide', () => {
  const { stop } = content.knowledge.messages.button
  test.each([...content.flows.keys()])(
    '%s: is answered, and can stop, at every turn',
    async (id) => {
      const now = Date.parse('2026-11-24T09:00:00+07:00')
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(100), { maxLength: 30 }), async (presses) => {
          const conversation = beginConversation(content, 'messenger', () => now)
          let payload = `flow:${id}`
          for (const press of presses) {
            const { outcome, messages } = await conversation.say({ payload })
            const buttons = messages.flatMap((message) => message.buttons)
            expect(messages.every(({ text }) => text.trim() !== '')).toBe(true)
            if (outcome?.kind === 'completed' || outcome?.kind === 'cancelled') return
            expect(buttons.map(({ title }) => title)).toContain(stop)
            const ways = buttons.flatMap((button) => {
              return 'payload' in button && button.title !== stop ? [button.payload] : []
            })
            payload = ways[press % ways.length] ?? payload
          }
        }),
        { numRuns: 25 },
      )
    },
  )
})
