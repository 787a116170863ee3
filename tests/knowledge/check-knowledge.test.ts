import { checkKnowledge } from '../../src/knowledge/check-knowledge'
import { loadKnowledge } from '../../src/knowledge/load-knowledge'
import { formatProblem } from '../../src/knowledge/problem'
import { readSourceFiles, type SourceFile } from '../../src/knowledge/source-file'

const files = readSourceFiles('knowledge')
const flowIds = new Set(
  readSourceFiles('flows').map(({ path }) => /([^/]+)\.yaml$/.exec(path)?.[1] ?? ''),
)
const context = { flowIds, textLength: 1900, today: '2026-11-24' }

/** Every problem as a line, after a change to the files. */
function problemsAfter(change: (files: SourceFile[]) => SourceFile[] = (same) => same): string[] {
  const { knowledge, placed, problems } = loadKnowledge(change(files.map((file) => ({ ...file }))))
  const checked = knowledge ? checkKnowledge(knowledge, { ...context, placed }) : []
  return [...problems, ...checked].map(formatProblem)
}

const edit =
  (name: string, from: string | RegExp, to: string) =>
  (all: SourceFile[]): SourceFile[] =>
    all.map((file) =>
      file.path.endsWith(name) ? { ...file, text: file.text.replace(from, to) } : file,
    )

test('the knowledge base of the campaign is sound, and cites every claim of the outline', () => {
  expect(problemsAfter().filter((line) => !line.includes('lưu ý: '))).toEqual([])
})

const TOPIC = 'topics/chip-no-tracking.yaml'

describe('a mistake is named with its place', () => {
  const cases: { name: string; change: (all: SourceFile[]) => SourceFile[]; line: RegExp }[] = [
    {
      name: 'a file that is no YAML',
      change: edit(TOPIC, /^/, 'id: [\n'),
      line: /chip-no-tracking\.yaml:\d+:\d+: YAML viết chưa đúng/,
    },
    {
      name: 'a missing field',
      change: edit(TOPIC, /^label:.*$/m, ''),
      line: /chip-no-tracking\.yaml:1:1: label: /,
    },
    {
      name: 'a field that nobody knows',
      change: edit(TOPIC, /^group:/m, 'colour: red\ngroup:'),
      line: /chip-no-tracking\.yaml:\d+:\d+: .*colour/,
    },
    {
      name: 'a short answer over 300 characters',
      change: edit(TOPIC, /short: >-\n {4}/, `short: >-\n    ${'Dài '.repeat(100)}`),
      line: /chip-no-tracking\.yaml:\d+:\d+: answer\.short: /,
    },
    {
      name: 'an id that is not the name of the file',
      change: edit(TOPIC, /^id: .*$/m, 'id: chip-tracking'),
      line: /chip-no-tracking\.yaml:1:5: id "chip-tracking" phải trùng tên tệp/,
    },
    {
      name: 'a button that leads nowhere',
      change: edit(TOPIC, /- topic: .*$/m, '- topic: no-such-topic'),
      line: /chip-no-tracking\.yaml:\d+:\d+: nút dẫn tới mục "no-such-topic" không có/,
    },
    {
      name: 'a button that opens no guide',
      change: edit(TOPIC, /- topic: .*$/m, '- flow: no-such-flow'),
      line: /nút mở hướng dẫn "no-such-flow" không có/,
    },
    {
      name: 'a link outside the allowed domains',
      change: edit(TOPIC, /- topic: .*$/m, '- {link: "https://vneid.gov.vn.evil.com/", title: Mở}'),
      line: /đường dẫn https:\/\/vneid\.gov\.vn\.evil\.com\/ không thuộc tên miền được phép/,
    },
    {
      name: 'a source that does not exist',
      change: edit(TOPIC, /- claim: .*$/m, '- claim: c9.99'),
      line: /outline\.yaml không có ý "c9\.99"/,
    },
    {
      name: 'a date that is none',
      change: edit(TOPIC, /^reviewed_on: .*$/m, 'reviewed_on: 2026-13-40'),
      line: /chip-no-tracking\.yaml:\d+:14: reviewed_on: ngày viết theo dạng 2026-11-24/,
    },
    {
      name: 'an answer that asks for a code',
      change: edit(TOPIC, /short: >-\n {4}/, 'short: >-\n    Bác gửi mã OTP cho Loa. '),
      line: /đọc như đang hỏi mã OTP/,
    },
    {
      name: 'a claim that nobody cites',
      change: (all) =>
        all.map((file) => ({
          ...file,
          text: file.text.replace(/- claim: c1\.3$/m, '- claim: c1.1'),
        })),
      line: /chưa mục nào dẫn ý c1\.3/,
    },
    {
      name: 'a lost file',
      change: (all) => all.filter(({ path }) => !path.endsWith('settings.yaml')),
      line: /settings\.yaml:1:1: thiếu tệp này/,
    },
    {
      name: 'a greeting that Messenger would not take',
      change: edit('messenger.yaml', /^greeting: /m, `greeting: ${'Chào '.repeat(30)}`),
      line: /messenger\.yaml:\d+:\d+: greeting: dài quá 160 ký tự/,
    },
    {
      name: 'a line of Messenger’s menu that leads nowhere',
      change: edit('messenger.yaml', /flow: activate-account/, 'flow: no-such-flow'),
      line: /messenger\.yaml:1:1: menu, "Kích hoạt.*không có hướng dẫn "no-such-flow"/,
    },
    {
      name: 'a first question of Messenger that leads nowhere',
      change: edit('messenger.yaml', /topic: vneid-benefits/, 'topic: no-such-topic'),
      line: /messenger\.yaml:1:1: ice_breakers, .*không có mục "no-such-topic"/,
    },
    {
      name: 'a line of Messenger’s menu that opens a foreign site',
      change: edit('messenger.yaml', /flow: activate-account/, 'link: "https://vneid.gov.vn.xyz"'),
      line: /messenger\.yaml:1:1: menu, .*không thuộc tên miền được phép/,
    },
    {
      name: 'an entry that is out of date',
      change: edit(TOPIC, /^review_by: .*$/m, 'review_by: 2026-01-01'),
      line: /chip-no-tracking\.yaml:\d+:\d+: lưu ý: quá hạn soát lại/,
    },
  ]
  test.each(cases)('$name', ({ change, line }) => {
    expect(problemsAfter(change).join('\n')).toMatch(line)
  })

  test('one example in two entries', () => {
    const [, example] =
      /examples:\n\s+- (.*)\n/.exec(files.find(({ path }) => path.endsWith(TOPIC))?.text ?? '') ??
      []
    const change = edit(
      'topics/qr-fields.yaml',
      /examples:\n/,
      `examples:\n  - ${example?.toUpperCase()}\n`,
    )
    expect(problemsAfter(change).join('\n')).toMatch(/câu ví dụ này đã có ở mục "/)
  })
})

test('aliases that multiply are refused', () => {
  const bomb = ['a0: &a0 [x, x]']
  for (let level = 1; level < 12; level++) {
    bomb.push(
      `a${level}: &a${level} [${Array(12)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  }
  const change = (all: SourceFile[]) => [
    ...all,
    { path: 'topics/bomb.yaml', text: bomb.join('\n') },
  ]
  expect(problemsAfter(change).join('\n')).toMatch(/bomb\.yaml:1:1: không đọc được/)
})

test('a campaign without a page on Messenger needs no file of it', () => {
  const without = (all: SourceFile[]) => all.filter(({ path }) => !path.endsWith('messenger.yaml'))
  expect(problemsAfter(without).filter((line) => !line.includes('lưu ý: '))).toEqual([])
})
