import fc from 'fast-check'
import { type ContentSources, checkContent } from '../../src/bot/load-content'
import { CHANNEL_LIMITS } from '../../src/channels/channel-limits'
import { formatProblem } from '../../src/knowledge/problem'
import { readSourceFiles, type SourceFile } from '../../src/knowledge/source-file'
import { APP, CHIP, type Edit, FLOW, mistakes, SETTINGS } from './content-mistakes'

/** Two entries and a guide; messages, commands, lexicon and readings are the campaign's own. */
const small: SourceFile[] = [
  ...['knowledge', 'flows'].flatMap((folder) =>
    readSourceFiles(`tests/bot/small-content/${folder}`).map(({ path, text }) => ({
      path: path.replace('tests/bot/small-content/', ''),
      text,
    })),
  ),
  ...readSourceFiles('knowledge').filter(({ path }) =>
    /(messages|commands|lexicon|readings)\.yaml/.test(path),
  ),
]

type Channels = ContentSources['channels']
/** A channel of short messages as well: no answer comes near the others' limits. */
const withSms: Channels = { ...CHANNEL_LIMITS, sms: { textLength: 800 } }

function problemsOf(files: readonly SourceFile[], channels: Channels = withSms): string[] {
  const knowledge = files.filter(({ path }) => path.startsWith('knowledge/'))
  const flows = files.filter(({ path }) => path.startsWith('flows/'))
  const { problems } = checkContent({ knowledge, flows, channels, today: '2026-11-24' })
  return problems.map(formatProblem)
}

function edit(files: readonly SourceFile[], { file, from, to }: Edit): SourceFile[] {
  return files.map(({ path, text }) => {
    if (path !== file) return { path, text }
    const edited = text.replace(from, to)
    if (edited === text) throw new Error(`${file} does not hold ${from}`)
    return { path, text: edited }
  })
}

test('sound content has no problems', () => {
  expect(problemsOf(small)).toEqual([])
})

describe('a mistake is told where it stands, with how to mend it', () => {
  test.each(mistakes)('$name', ({ lines, ...change }) => {
    expect(problemsOf(edit(small, change))).toEqual(lines)
  })
})

test('all mistakes are told at once, in file order; a broken entry hides none of another', () => {
  const edits: Edit[] = [
    { file: CHIP, from: 'topic: app', to: 'topic: gone' },
    { file: APP, from: 'label: Tải ứng dụng', to: 'label: Tải ứng dụng VNeID ở đâu' },
    { file: FLOW, from: 'next: done', to: 'next: gone' },
    { file: SETTINGS, from: '- chip', to: '- gone' },
  ]
  const problems = problemsOf(edits.reduce(edit, small))
  expect(problems.map((line) => line.split(': ')[0])).toEqual([
    'flows/start.yaml:6:5',
    'flows/start.yaml:6:5',
    'flows/start.yaml:10:5',
    'knowledge/settings.yaml:17:5',
    'knowledge/topics/app.yaml:4:8',
    'knowledge/topics/chip.yaml:13:12',
  ])
})

test('a lost file is named, with the problems inside the others', () => {
  const without = small.filter(({ path }) => path !== SETTINGS)
  expect(
    problemsOf(edit(without, { file: CHIP, from: 'group: card', to: 'group: cards' })),
  ).toEqual([
    'knowledge/settings.yaml:1:1: thiếu tệp này; lấy lại từ bản cũ',
    expect.stringMatching(
      /^knowledge\/topics\/chip\.yaml:3:8: group: phải là một trong: .*có phải "card" không\?/,
    ),
  ])
})

test('aliases that multiply are refused', () => {
  const bomb = ['a0: &a0 [x, x]']
  for (let level = 1; level < 12; level++) {
    const twelve = Array(12)
      .fill(`*a${level - 1}`)
      .join(', ')
    bomb.push(`a${level}: &a${level} [${twelve}]`)
  }
  const file = { path: 'knowledge/topics/bomb.yaml', text: bomb.join('\n') }
  expect(problemsOf([...small, file]).join('\n')).toMatch(/bomb\.yaml:1:1: không đọc được/)
})

test('nothing that a topic file holds throws', () => {
  const text = small.find(({ path }) => path === CHIP)?.text ?? ''
  const others = small.filter(({ path }) => path !== CHIP)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: text.length }), (noise, place) => {
      const file = { path: CHIP, text: text.slice(0, place) + noise + text.slice(place) }
      expect(Array.isArray(problemsOf([...others, file]))).toBe(true)
    }),
    { numRuns: 30 },
  )
})

describe('the campaign', () => {
  const campaign = [...readSourceFiles('knowledge'), ...readSourceFiles('flows')]
  test('is sound', () => {
    expect(
      problemsOf(campaign, CHANNEL_LIMITS).filter((line) => !line.includes(': lưu ý: ')),
    ).toEqual([])
  })
})
