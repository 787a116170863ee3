import fc from 'fast-check'
import { messagesSchema } from '../../src/knowledge/messages'
import { readYaml } from '../../src/knowledge/read-yaml'
import { settingsSchema } from '../../src/knowledge/settings'
import { topicSchema } from '../../src/knowledge/topic'
import { hostileText } from './hostile'
import { RUNS } from './runs'

const read = (text: string) => readYaml({ path: 'knowledge/topics/x.yaml', text }, topicSchema)

/** Nine levels of nine: a thousand million entries, if anybody wrote them out. */
const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, index) => {
    const before = 'abcdefgh'[index]
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`
  }),
  'id: *i',
].join('\n')

test.each([
  ['a bomb of aliases', BOMB],
  ['an alias of itself', 'id: &a [*a]'],
  ['code in a tag', 'id: !!js/function "function () { process.exit(1) }"'],
  ['a tag of another language', 'id: !!python/object/apply:os.system ["true"]'],
  ['a merge of the prototype', '__proto__: {polluted: 1}\nid: x'],
  ['a key that is a list', '? [a, b]\n: c'],
  ['depth', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
  ['a megabyte', `id: ${'x'.repeat(1_048_576)}`],
  ['NUL', 'id: "\\0"\nlabel: "\u0000"'],
  ['several documents', 'id: a\n---\nid: b'],
])('%s is refused with a problem that has a place', (_name, text) => {
  const result = read(text)
  expect(result.ok).toBe(false)
  expect(result.problems[0]).toMatchObject({
    file: expect.stringContaining('x.yaml'),
    line: expect.any(Number),
  })
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('no text throws, whatever it is read as', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        hostileText,
        fc.json(),
        fc.string({ unit: fc.constantFrom(...'ab:-[]{}&*!|>\n \'"#') }),
      ),
      fc.constantFrom(topicSchema, settingsSchema, messagesSchema),
      (text, schema) => {
        const result = readYaml({ path: 'knowledge/x.yaml', text }, schema as typeof topicSchema)
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: RUNS },
  )
})
