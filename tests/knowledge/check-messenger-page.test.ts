import { CHANNEL_LIMITS } from '../../src/channels/channel-limits'
import { checkKnowledge } from '../../src/knowledge/check-knowledge'
import { loadKnowledge } from '../../src/knowledge/load-knowledge'
import { formatProblem } from '../../src/knowledge/problem'
import { NOTHING_PUBLISHED } from '../../src/knowledge/published-ids'
import { readSourceFiles } from '../../src/knowledge/source-file'

const files = readSourceFiles('knowledge')
const flowIds = new Set(
  readSourceFiles('flows').map(({ path }) => /([^/]+)\.yaml$/.exec(path)?.[1] ?? ''),
)
const context = {
  flowIds,
  published: NOTHING_PUBLISHED,
  channels: CHANNEL_LIMITS,
  today: '2026-11-24',
}

/** What is told of the page on Messenger after an edit of it; `null` takes its file away. */
function problemsAfter(edit: { from: string; to: string } | null): string[] {
  const isPage = (path: string) => path.endsWith('messenger.yaml')
  const edited = files
    .filter(({ path }) => edit || !isPage(path))
    .map(({ path, text }) => {
      if (!edit || !isPage(path)) return { path, text }
      if (!text.includes(edit.from)) throw new Error(`${path} does not hold ${edit.from}`)
      return { path, text: text.replace(edit.from, edit.to) }
    })
  const { draft, problems } = loadKnowledge(edited)
  const all = [...problems, ...(draft ? checkKnowledge({ draft, ...context }) : [])]
  return all.map(formatProblem).filter((line) => line.includes('messenger.yaml'))
}

test('the campaign’s page is sound', () => {
  expect(problemsAfter({ from: 'menu:', to: 'menu:' })).toEqual([])
})

test('a campaign without a page on Messenger needs no file of it', () => {
  expect(problemsAfter(null)).toEqual([])
})

test.each<[string, string, string, RegExp]>([
  [
    'a greeting that Meta would not take',
    'greeting: ',
    `greeting: ${'Chào '.repeat(30)}`,
    /:\d+:\d+: greeting: .*160 ký tự/,
  ],
  [
    'a menu line that is too long',
    'title: Xem các mục',
    `title: ${'Xem '.repeat(9)}`,
    /:\d+:\d+: menu/,
  ],
  [
    'a menu line that leads nowhere',
    'flow: activate-account',
    'flow: no-such-guide',
    /:\d+:\d+: không có hướng dẫn "no-such-guide"/,
  ],
  [
    'a first question that leads nowhere',
    'topic: vneid-benefits',
    'topic: no-such-topic',
    /:\d+:\d+: không có mục "no-such-topic"/,
  ],
  [
    'a line that opens a foreign site',
    'flow: activate-account',
    'link: "https://vneid.gov.vn.xyz/app"',
    /:\d+:\d+: .*vneid\.gov\.vn\.xyz/,
  ],
  ['a greeting that asks for a code', 'Đừng gửi số giấy tờ, mã OTP', 'Hãy gửi mã OTP', /mã OTP/],
])('told with its place: %s', (_, from, to, line) => {
  const problems = problemsAfter({ from, to })
  expect(problems.length).toBeGreaterThan(0)
  expect(problems[0]).toMatch(line)
})
