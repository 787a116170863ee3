import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import type { KnowledgeBase } from '../knowledge/knowledge-base'
import type { Question } from '../storage/question-table'
import { escapeHtml } from '../text/escape-html'

dayjs.extend(utc)
dayjs.extend(timezone)

/** What became of questions, in the words of the communications team. */
const KINDS: Readonly<Record<string, string>> = {
  answer: 'Đã trả lời',
  clarify: 'Hỏi lại',
  fallback: 'Chưa trả lời được',
  safety: 'Cảnh báo an toàn',
  handoff: 'Hỏi gặp người',
  step: 'Trong hướng dẫn',
  resume: 'Hỏi giữa hướng dẫn',
  cancelled: 'Dừng hướng dẫn',
  completed: 'Xong hướng dẫn',
}

/** The console's page: numbers of the last week, what went unanswered, and the entries. */
export function renderConsolePage({
  knowledge,
  counts,
  unanswered,
  unsure,
}: {
  knowledge: KnowledgeBase
  counts: Readonly<Record<string, number>>
  unanswered: readonly Question[]
  unsure: readonly Question[]
}): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Loa – bảng điều hành</title>
<link rel="stylesheet" href="/t/style.css">
</head>
<body>
<h1>Loa – bảng điều hành</h1>
<h2>Bảy ngày qua</h2>
${toCounts(counts)}
<h2>Chưa trả lời được</h2>
${toQuestions(unanswered)}
<h2>Phải hỏi lại</h2>
${toQuestions(unsure)}
<h2>Các mục đang dùng (${knowledge.topics.size})</h2>
<ul>
${[...knowledge.topics.values()]
  .map(
    ({ id, question, reviewed_on }) =>
      `<li><a href="/t/${id}">${escapeHtml(question)}</a> (soát ${reviewed_on})</li>`,
  )
  .join('\n')}
</ul>
</body>
</html>
`
}

function toCounts(counts: Readonly<Record<string, number>>): string {
  const rows = Object.entries(counts).map(
    ([kind, count]) => `<li>${escapeHtml(KINDS[kind] ?? kind)}: ${count}</li>`,
  )
  return rows.length > 0 ? `<ul>\n${rows.join('\n')}\n</ul>` : '<p>Chưa có câu hỏi nào.</p>'
}

function toQuestions(questions: readonly Question[]): string {
  const rows = questions.map(({ askedAt, channel, text }) => {
    const time = dayjs(askedAt).tz('Asia/Ho_Chi_Minh').format('DD/M HH:mm')
    return `<li>${escapeHtml(text)} <small>(${time}, ${escapeHtml(channel)})</small></li>`
  })
  return rows.length > 0 ? `<ul>\n${rows.join('\n')}\n</ul>` : '<p>Không có.</p>'
}
