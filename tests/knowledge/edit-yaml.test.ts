import fc from 'fast-check'
import { parse } from 'yaml'
import { editYaml, YamlEditError } from '../../src/knowledge/edit-yaml'
import { readSourceFiles } from '../../src/knowledge/source-file'
import { topicSchema } from '../../src/knowledge/topic'

const order = ['id', 'label', 'examples', 'answer', 'short', 'detail', 'notes', 'owner']
const TEXT = `# đầu tệp
id: a # mã
label: 'x'   # nhãn
examples:
  # hay gặp
  - một # từ Zalo
  - hai

  # ít gặp
  - ba
# trước câu trả lời
answer:
  short: >- # ngắn
    dòng một
    dòng hai

  channels: {zalo: khác}
notes: [n1, n2]   # lời dặn
owner: me`

describe('what is not edited stays byte for byte', () => {
  const cases: { name: string; path: string[]; value: unknown; expected: [string, string] }[] = [
    {
      name: 'quotes and the comment behind a value',
      path: ['label'],
      value: 'y',
      expected: ["label: 'x'   # nhãn", "label: 'y'   # nhãn"],
    },
    {
      name: 'a value that needs quotes',
      path: ['id'],
      value: 'a: b',
      expected: ['id: a # mã', 'id: "a: b" # mã'],
    },
    {
      name: 'the comment above an item that changes',
      path: ['examples'],
      value: ['1', 'hai', 'ba'],
      expected: ['  - một # từ Zalo', '  - "1"'],
    },
    {
      name: 'comments of an item that goes',
      path: ['examples'],
      value: ['hai', 'ba'],
      expected: ['  - một # từ Zalo\n', ''],
    },
    {
      name: 'items that change places',
      path: ['examples'],
      value: ['ba', 'một', 'hai'],
      expected: [
        '  # hay gặp\n  - một # từ Zalo\n  - hai\n\n  # ít gặp\n  - ba\n',
        '  # hay gặp\n\n  # ít gặp\n  - ba\n  - một # từ Zalo\n  - hai\n',
      ],
    },
    {
      name: 'the comment behind a block',
      path: ['answer', 'short'],
      value: 'mới',
      expected: ['    dòng một\n    dòng hai\n', '    mới\n'],
    },
    {
      name: 'a part that is new, and one nobody knows',
      path: ['answer', 'detail'],
      value: '1. a\n2. b',
      expected: ['    dòng hai\n', '    dòng hai\n  detail: |-\n    1. a\n    2. b\n'],
    },
    {
      name: 'a list in brackets',
      path: ['notes'],
      value: ['n2'],
      expected: ['notes: [n1, n2]   # lời dặn', 'notes: [n2]   # lời dặn'],
    },
    {
      name: 'a field that goes',
      path: ['notes'],
      value: undefined,
      expected: ['notes: [n1, n2]   # lời dặn\n', ''],
    },
    {
      name: 'a last line without its break',
      path: ['owner'],
      value: 'you',
      expected: ['owner: me', 'owner: you\n'],
    },
  ]
  test.each(cases)('$name', ({ path, value, expected: [from, to] }) => {
    const edited = editYaml(TEXT, { path, value, order })
    expect(edited).toBe(TEXT.replace(from, () => to))
  })
})

test('what cannot be edited without loss is refused', () => {
  const edit = { path: ['notes'], value: ['x'], order }
  expect(() => editYaml('id: a\nnotes: [n1, # hỏi lại\n  n2]\n', edit)).toThrow(YamlEditError)
  expect(() => editYaml('{id: a, notes: [n1]}', edit)).toThrow(YamlEditError)
  expect(() => editYaml('id: [', edit)).toThrow(YamlEditError)
})

describe("any edit of the campaign's topics", () => {
  const topics = readSourceFiles('knowledge').filter(({ path }) => path.includes('/topics/'))
  const line = fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter((text) => /^\S(.*\S)?$/.test(text))
  const block = fc.array(line, { minLength: 1 }).map((lines) => lines.join('\n'))
  const list = fc.uniqueArray(line, { minLength: 1 })
  const fields = Object.keys(topicSchema.shape)
  const edits = fc.oneof(
    fc.record({ path: fc.constantFrom(['label'], ['opens'], ['owner']), value: line }),
    fc.record({ path: fc.constantFrom(['answer', 'short'], ['answer', 'detail']), value: block }),
    fc.record({ path: fc.constantFrom(['examples'], ['notes']), value: list }),
  )

  test('sets that field to that value, and nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...topics), edits, ({ text }, { path, value }) => {
        const inner = path.length > 1 ? ['short', 'detail'] : fields
        const edited = editYaml(text, { path, value, order: inner, block: 'literal' })
        const expected: Record<string, unknown> = parse(text)
        const [top = '', part] = path
        expected[top] = part ? { ...Object(expected[top]), [part]: value } : value
        expect(parse(edited)).toEqual(expected)
      }),
    )
  })
})
