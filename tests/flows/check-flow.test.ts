import { checkFlow, type FlowContext } from '../../src/flows/check-flow'
import { formatProblem } from '../../src/knowledge/problem'
import { choiceTo, makeFlow, placeFlow, type WrittenStep } from './write-flow'

const context: FlowContext = {
  topicIds: new Set(['otp-never-share']),
  sourceIds: new Set(['f1.1', 'c1.1']),
  allowedDomains: ['vneid.gov.vn'],
  flows: new Map([
    [
      'fix',
      {
        ...makeFlow([
          { id: 'only', next: 'end' },
          { id: 'end', end: true },
        ]),
        returns: true,
      },
    ],
    [
      'guide',
      makeFlow([
        { id: 'only', next: 'end' },
        { id: 'end', end: true },
      ]),
    ],
  ]),
  published: {
    'test-flow': [{ version: 1, hash: 'as-published', steps: ['start', 'gone', 'end'] }],
  },
}
const problemsOf = (steps: WrittenStep[], fields: Record<string, unknown> = {}) =>
  checkFlow(placeFlow(steps, { version: 2, ...fields }), context).map(formatProblem)

const start = { id: 'start', next: 'end' }
const end = { id: 'end', end: true }

describe('nothing to say about', () => {
  const cases: { name: string; steps: WrittenStep[] }[] = [
    { name: 'a path to an end', steps: [start, end] },
    {
      name: 'a loop with a way out',
      steps: [{ id: 'start', next: 'start', choices: [choiceTo('end')] }, end],
    },
    {
      name: 'a detour that comes back, and two ends',
      steps: [
        { ...start, choices: [choiceTo('detour'), choiceTo('other')] },
        { id: 'detour', next: 'end' },
        end,
        { id: 'other', end: true, related: ['otp-never-share'] },
      ],
    },
    {
      name: 'an allowed link, also at the end of a sentence',
      steps: [{ ...start, text: 'Mở https://vneid.gov.vn, chọn https://app.vneid.gov.vn/a.' }, end],
    },
    {
      name: 'a warning against telling a code',
      steps: [{ ...start, text: 'Không đọc mã OTP cho ai. Nhập mã OTP vào VNeID.' }, end],
    },
  ]
  test.each(cases)('$name', ({ steps }) => expect(problemsOf(steps)).toEqual([]))
})

describe('a mistake is named with its place', () => {
  const cases: { name: string; steps: WrittenStep[]; line: RegExp }[] = [
    {
      name: 'a step that nothing leads to',
      steps: [start, { id: 'island', next: 'end' }, end],
      line: /:9:5: không có đường nào tới bước "island"/,
    },
    {
      name: 'steps that lead only to each other',
      steps: [start, { id: 'x', next: 'y' }, { id: 'y', next: 'x' }, end],
      line: /tới bước "x"[\s\S]*tới bước "y"/,
    },
    {
      name: 'a dead end',
      steps: [{ ...start, choices: [choiceTo('stuck')] }, { id: 'stuck' }, end],
      line: /bước "stuck" là ngõ cụt/,
    },
    {
      name: 'an end that goes on',
      steps: [start, { ...end, next: 'start' }],
      line: /bước cuối "end" không được có lối đi tiếp/,
    },
    {
      name: '"done" that jumps to nothing',
      steps: [{ id: 'start', next: 'nowhere', choices: [choiceTo('end')] }, end],
      line: /bước "start" dẫn tới "nowhere" không có/,
    },
    {
      name: 'a choice that jumps to nothing',
      steps: [{ ...start, choices: [choiceTo('nowhere')] }, end],
      line: /bước "start" dẫn tới "nowhere" không có/,
    },
    {
      name: 'a loop without a way out',
      steps: [
        { ...start, choices: [choiceTo('round')] },
        { id: 'round', next: 'about' },
        { id: 'about', next: 'round' },
        end,
      ],
      line: /từ bước "round" không bao giờ tới bước cuối[\s\S]*từ bước "about"/,
    },
    {
      name: 'a link outside the allowed domains',
      steps: [{ ...start, text: 'Tải ở https://vneid.gov.vn.evil.com/a.' }, end],
      line: /:\d+:11: địa chỉ https:\/\/vneid\.gov\.vn\.evil\.com\/a không phải https thuộc tên miền/,
    },
    {
      name: 'a link that is not encrypted',
      steps: [{ ...start, text: 'Mở http://vneid.gov.vn' }, end],
      line: /địa chỉ http:\/\/vneid\.gov\.vn không phải https thuộc tên miền/,
    },
    {
      name: 'a text that asks for a secret',
      steps: [{ ...start, text: 'Bác gửi mã OTP vào đây.' }, end],
      line: /:\d+:11: đọc như đang hỏi mã OTP/,
    },
    {
      name: 'a related topic that does not exist',
      steps: [start, { ...end, related: ['otp-never-share', 'no-such-topic'] }],
      line: /không có mục "no-such-topic"/,
    },
    {
      name: 'an id given twice',
      steps: [start, end, { id: 'start', next: 'end' }],
      line: /bước "start" có hai lần/,
    },
  ]
  test.each(cases)('$name', ({ steps, line }) => {
    expect(problemsOf(steps).join('\n')).toMatch(line)
    expect(problemsOf(steps).every((text) => /^flows\/test-flow\.yaml:\d+:\d+: /.test(text))).toBe(
      true,
    )
  })

  test.each([{ claim: 'c9.99' }, { fact: 'f9.99' }])('an unknown source %j', (source) => {
    const [problem] = problemsOf([start, end], { sources: [{ claim: 'c1.1' }, source] })
    expect(problem).toMatch(/:\d+:5: không có nguồn "[cf]9\.99"; sửa mã$/)
  })
})

describe('what is checked of calls, routes, typed values and versions', () => {
  const ask = (...ways: Record<string, unknown>[]) => ({
    kind: 'age',
    invalid: 'Bác gõ tuổi bằng số.',
    ways,
  })
  const call = (id: string, fields = {}) => ({ id: 'fix', title: 'Sửa', call: id, ...fields })
  const cases: {
    name: string
    steps: WrittenStep[]
    fields?: Record<string, unknown>
    says: string
  }[] = [
    {
      name: 'a call of a guide that is not there',
      steps: [{ ...start, choices: [call('nothing')] }, end],
      says: 'gọi hướng dẫn "nothing" không có',
    },
    {
      name: 'a call of a guide that does not come back',
      steps: [{ ...start, choices: [call('guide')] }, end],
      says: 'thêm returns: true',
    },
    {
      name: 'a call after which there is nothing to come back to',
      steps: [{ ...start, choices: [call('fix', { goto: 'end' })] }, end],
      says: 'phải về một bước chưa kết thúc',
    },
    {
      name: 'routes without one for all other cases',
      steps: [
        {
          id: 'start',
          choices: [choiceTo('end', 'yes')],
          next: [
            { when: { step: 'start', is: 'yes' }, goto: 'end' },
            { when: { step: 'start', is: 'yes' }, goto: 'end' },
          ],
        },
        end,
      ],
      says: 'thiếu đường cuối không có when',
    },
    {
      name: 'a condition on a choice that nobody can take',
      steps: [
        {
          id: 'start',
          next: [{ when: { step: 'start', is: 'no' }, goto: 'end' }, { goto: 'end' }],
        },
        end,
      ],
      says: 'không có lựa chọn "no" ở bước "start"',
    },
    {
      name: 'an age that leads nowhere',
      steps: [{ id: 'start', ask: ask({ to: 13, goto: 'end' }, { from: 15, goto: 'end' }) }, end],
      says: 'không có đường cho giá trị 14',
    },
    {
      name: 'an age that leads to two places',
      steps: [{ id: 'start', ask: ask({ to: 14, goto: 'end' }, { from: 14, goto: 'end' }) }, end],
      says: 'giá trị 14 có hai đường',
    },
    {
      name: 'an edit that did not raise the version',
      steps: [start, end],
      fields: { version: 1 },
      says: 'đặt version: 2 và ghi vào changes',
    },
    {
      name: 'a move that misses a step',
      steps: [start, end],
      fields: { changes: [{ version: 2, as: 'move' }] },
      says: 'bước cũ "gone" không còn; thêm vào moves',
    },
    {
      name: 'a move to a step that is not there',
      steps: [start, end],
      fields: { changes: [{ version: 2, as: 'move', moves: { gone: 'nowhere' } }] },
      says: 'moves dẫn tới bước "nowhere" không có',
    },
    {
      name: 'an edit of the steps that is called safe',
      steps: [start, end],
      fields: { changes: [{ version: 2, as: 'safe', moves: { gone: 'start' } }] },
      says: 'as: safe chỉ dành cho sửa lời',
    },
    {
      name: 'changes out of order',
      steps: [start, end],
      fields: { changes: [{ version: 3, as: 'restart', why: 'Luật mới.' }] },
      says: 'xếp theo version tăng dần',
    },
  ]
  test.each(cases)('$name', ({ steps, fields, says }) => {
    const problems = problemsOf(steps, fields)
    expect(problems.join('\n')).toContain(says)
    expect(problems.every((line) => /^flows\/test-flow\.yaml:\d+:\d+: /.test(line))).toBe(true)
  })

  test('good ones', () => {
    const steps: WrittenStep[] = [
      { id: 'start', ask: ask({ to: 13, goto: 'child' }, { from: 14, goto: 'end' }) },
      { id: 'child', next: 'end', choices: [call('fix')] },
      end,
    ]
    const fields = { changes: [{ version: 2, as: 'move', moves: { gone: 'child' } }] }
    expect(problemsOf(steps, fields)).toEqual([])
  })
})
