import { checkContent } from '../../src/bot/load-content'
import { CHANNEL_LIMITS } from '../../src/channels/channel-limits'
import { formatProblem } from '../../src/knowledge/problem'
import { toPublishedIds } from '../../src/knowledge/published-ids'
import { readSourceFiles, type SourceFile } from '../../src/knowledge/source-file'

const knowledge = readSourceFiles('knowledge')
const flows = readSourceFiles('flows')
const published = toPublishedIds({ knowledge, flows })

const without = (files: readonly SourceFile[], name: string) =>
  files.filter(({ path }) => !path.endsWith(`/${name}.yaml`))
const withRedirects = (lines: string) =>
  knowledge.map((file) => (file.path.endsWith('redirects.yaml') ? { ...file, text: lines } : file))

const linesOf = (sources: { knowledge: readonly SourceFile[]; flows: readonly SourceFile[] }) =>
  checkContent({ ...sources, channels: CHANNEL_LIMITS, today: '2026-11-25', published })
    .problems.filter(({ level, file }) => level === 'error' && file.endsWith('redirects.yaml'))
    .map(formatProblem)

describe('what was published', () => {
  test('may stay as it is', () => {
    expect(linesOf({ knowledge, flows })).toEqual([])
  })

  test('is not taken away without an entry that keeps its links', () => {
    const [line] = linesOf({ knowledge: without(knowledge, 'thanks'), flows })
    expect(line).toContain('mục "thanks" đã đăng')
    expect(line).toContain('{topic: thanks, to: <id nay dùng thay>, on: <ngày>}')
    const [guide] = linesOf({ knowledge, flows: without(flows, 'fix-otp') })
    expect(guide).toContain('hướng dẫn "fix-otp" đã đăng')
  })

  test('may be merged or deleted with one', () => {
    const merged = withRedirects('- {topic: thanks, to: goodbye, on: 2026-11-25}\n')
    expect(linesOf({ knowledge: without(merged, 'thanks'), flows })).toEqual([])
    const deleted = withRedirects('- {topic: thanks, on: 2026-11-25, note: Đã bỏ.}\n')
    expect(linesOf({ knowledge: without(deleted, 'thanks'), flows })).toEqual([])
  })

  test('is remembered by the entry itself, which may not go either', () => {
    const merged = withRedirects('- {topic: thank-you, to: thanks, on: 2026-11-25}\n')
    expect(toPublishedIds({ knowledge: merged, flows }).topic).toContain('thank-you')
    expect(toPublishedIds({ knowledge: merged, flows }).flow).not.toContain('published')
  })
})
