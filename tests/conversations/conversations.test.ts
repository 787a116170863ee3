import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readContent } from '../../src/cli/read-content'
import { playConversation, readConversation } from './play-conversation'

const content = readContent(Date.parse('2026-11-24T09:00:00+07:00'))

const files = readdirSync(__dirname).filter((name) => name.endsWith('.yaml'))

describe('golden conversations', () => {
  test.each(files)('%s', async (name) => {
    const golden = readConversation(join(__dirname, name))
    for await (const { turn, reply } of playConversation(golden, content)) {
      const { kind, topic, flow, step } = turn
      const text = reply.messages.map((message) => message.text).join('\n')
      const expected = { kind, topic, flow, step }
      const known = Object.entries(expected).filter(([, value]) => value !== undefined)
      expect({ turn, ...reply.outcome }).toMatchObject({ turn, ...Object.fromEntries(known) })
      for (const words of turn.says) expect(text).toContain(words)
      for (const words of turn.silent_about) expect(text).not.toContain(words)
      expect(text).not.toMatch(/\{\w+\}/)
    }
  })
})
