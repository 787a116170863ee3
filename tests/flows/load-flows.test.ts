import fc from 'fast-check'
import { hashFlow } from '../../src/flows/hash-flow'
import { loadFlows } from '../../src/flows/load-flows'
import { formatProblem } from '../../src/knowledge/problem'
import { choiceTo, makeFlow, writeFlow } from './write-flow'

const file = writeFlow([
  { id: 'ask', choices: [choiceTo('end', 'yes')] },
  { id: 'end', end: true },
])
const problemsOf = (text: string, path = file.path) =>
  loadFlows([{ path, text }]).problems.map(formatProblem)

test('a good file is a flow, with its hash and where its parts stand', () => {
  const { flows, problems } = loadFlows([file])
  expect(problems).toEqual([])
  expect(flows).toMatchObject([{ file: file.path, flow: { id: 'test-flow', version: 1 } }])
  expect(flows[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  const line = file.text.split('\n').findIndex((text) => text.includes('id: end')) + 1
  expect(flows[0]?.locate(['steps', 1, 'id'])).toEqual({ line, column: 9 })
})

describe('a mistake is named with its file, line and column', () => {
  const cases: { name: string; from: string | RegExp; to: string; line: RegExp }[] = [
    {
      name: 'a file that is no YAML',
      from: /^/,
      to: 'id: [\n',
      line: /^flows\/test-flow\.yaml:\d+:\d+: YAML viết chưa đúng/,
    },
    {
      name: 'a key given twice',
      from: 'version: 1',
      to: 'version: 1\nversion: 2',
      line: /^flows\/test-flow\.yaml:3:1: YAML viết chưa đúng/,
    },
    {
      name: 'no steps',
      from: /steps:[\s\S]*?(?=sources:)/,
      to: 'steps: []\n',
      line: /^flows\/test-flow\.yaml:4:8: steps: /,
    },
    {
      name: 'an id with marks',
      from: 'id: ask',
      to: 'id: hỏi',
      line: /^flows\/test-flow\.yaml:\d+:9: steps\.0\.id: chỉ gồm chữ thường/,
    },
    {
      name: 'a title over twenty characters',
      from: 'title: yes',
      to: 'title: Tiêu đề dài quá hai mươi chữ',
      line: /^flows\/test-flow\.yaml:\d+:\d+: steps\.0\.choices\.0\.title: /,
    },
    {
      name: 'a text over 900 characters',
      from: 'text: Làm ask.',
      to: `text: ${'a'.repeat(901)}`,
      line: /^flows\/test-flow\.yaml:\d+:\d+: steps\.0\.text: /,
    },
    {
      name: 'a field that nobody knows',
      from: 'short: end',
      to: 'short: end\n    colour: red',
      line: /^flows\/test-flow\.yaml:\d+:5: steps\.1: .*colour/,
    },
    {
      name: 'an id that is not the name of the file',
      from: 'id: test-flow',
      to: 'id: other-flow',
      line: /^flows\/test-flow\.yaml:1:5: id "other-flow" phải trùng tên tệp/,
    },
    {
      name: 'no sources',
      from: /sources:\n.*\n/,
      to: 'sources: []\n',
      line: /^flows\/test-flow\.yaml:\d+:10: sources: /,
    },
  ]
  test.each(cases)('$name', ({ from, to, line }) => {
    const text = file.text.replace(from, to)
    expect(text).not.toBe(file.text)
    expect(problemsOf(text).join('\n')).toMatch(line)
  })

  test('several at once', () => {
    const text = file.text.replace('version: 1', 'version: 0').replace('id: ask', 'id: A')
    expect(problemsOf(text)).toHaveLength(2)
  })
})

test('a bad file keeps no other from loading', () => {
  const { flows, problems } = loadFlows([{ path: 'flows/bad.yaml', text: '{' }, file])
  expect(flows.map(({ flow }) => flow.id)).toEqual(['test-flow'])
  expect(problems.every((problem) => problem.file === 'flows/bad.yaml')).toBe(true)
  expect(problems).not.toEqual([])
})

test('nothing that a file holds throws', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.nat({ max: file.text.length }),
      (noise, place) => {
        for (const text of [noise, file.text.slice(0, place) + noise + file.text.slice(place)]) {
          const { flows, problems } = loadFlows([{ path: file.path, text }])
          expect(flows.length + problems.length).toBeGreaterThan(0)
        }
      },
    ),
  )
})

test('a hash tells one content from another, and only that', () => {
  const [placed] = loadFlows([file]).flows
  const [commented] = loadFlows([{ ...file, text: `# một lời ghi\n${file.text}` }]).flows
  expect(commented?.hash).toBe(placed?.hash)
  expect(hashFlow(makeFlow([{ id: 'end', end: true }]))).not.toBe(placed?.hash)
})
