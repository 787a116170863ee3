import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXPECTED, playConversation, readConversation } from '../../src/cli/golden-conversation'
import { readContent } from '../../src/cli/read-content'

const content = readContent(Date.parse('2026-11-24T09:00:00+07:00'))

const files = readdirSync(__dirname).filter((name) => name.endsWith('.yaml'))

describe('golden conversations', () => {
  test.each(files)('%s', async (name) => {
    const golden = readConversation(readFileSync(join(__dirname, name), 'utf8'))
    for await (const { turn, reply } of playConversation(golden, content)) {
      const text = reply.messages.map((message) => message.text).join('\n')
      const expected = EXPECTED.flatMap((key) =>
        turn[key] === undefined ? [] : [[key, turn[key]]],
      )
      expect({ turn, ...reply.outcome }).toMatchObject({ turn, ...Object.fromEntries(expected) })
      for (const words of turn.says) expect(text).toContain(words)
      for (const words of turn.silent_about) expect(text).not.toContain(words)
      expect(text).not.toMatch(/\{\w+\}/)
    }
  })
})
