import { asksForSecret } from './asks-for-secret'
import { checkMessengerPage } from './check-messenger-page'
import { composeAnswer } from './compose-answer'
import { isAllowedLink } from './is-allowed-link'
import type { KnowledgeBase } from './knowledge-base'
import type { PlacedTopic } from './load-knowledge'
import type { Problem } from './problem'

/** What a check needs beside the knowledge base itself. */
export type CheckContext = {
  placed: readonly PlacedTopic[]
  /** Ids of the guided dialogs that exist. */
  flowIds: ReadonlySet<string>
  /** Characters that the narrowest channel takes in one message. */
  textLength: number
  /** Today in Hanoi, `2026-11-24`. */
  today: string
}

/**
 * Checks what no single file shows: buttons that lead nowhere, sources that do not exist, claims that nobody cites,
 * one example in two entries, links outside the allowed domains, texts over a channel's limit, entries out of date.
 */
export function checkKnowledge(knowledge: KnowledgeBase, context: CheckContext): Problem[] {
  return [
    ...context.placed.flatMap((placed) => checkTopic(placed, knowledge, context)),
    ...findSharedExamples(context.placed),
    ...findUncitedClaims(knowledge),
    ...checkMessengerPage(knowledge, context.flowIds).map((message) =>
      inFile('messenger.yaml', message),
    ),
    ...knowledge.settings.menu
      .filter((id) => !knowledge.topics.has(id))
      .map((id) => inFile('settings.yaml', `menu: không có mục "${id}"; sửa lại id`)),
  ]
}

function checkTopic(
  { topic, file, locate }: PlacedTopic,
  knowledge: KnowledgeBase,
  { flowIds, textLength, today }: CheckContext,
): Problem[] {
  const problems: Problem[] = []
  const add = (path: PropertyKey[], message: string, level: Problem['level'] = 'error') =>
    problems.push({ file, ...locate(path), message, level })

  topic.buttons.forEach((button, index) => {
    const at = ['buttons', index]
    if ('topic' in button && !knowledge.topics.has(button.topic)) {
      add(at, `nút dẫn tới mục "${button.topic}" không có; sửa id hoặc bỏ nút`)
    }
    if ('flow' in button && !flowIds.has(button.flow)) {
      add(at, `nút mở hướng dẫn "${button.flow}" không có; sửa id hoặc bỏ nút`)
    }
    if ('link' in button && !isAllowedLink(button.link, knowledge.settings.allowed_domains)) {
      add(at, `đường dẫn ${button.link} không thuộc tên miền được phép trong settings.yaml`)
    }
  })
  if (topic.opens && !flowIds.has(topic.opens)) {
    add(['opens'], `hướng dẫn "${topic.opens}" không có; sửa id hoặc bỏ dòng này`)
  }
  topic.notes.forEach((id, index) => {
    if (!knowledge.notes.has(id)) add(['notes', index], `notes.yaml không có "${id}"`)
  })
  topic.sources.forEach((source, index) => {
    if ('claim' in source && !knowledge.outline.claims.some(({ id }) => id === source.claim)) {
      add(['sources', index], `outline.yaml không có ý "${source.claim}"`)
    }
    if ('fact' in source && !knowledge.facts.has(source.fact)) {
      add(['sources', index], `facts.yaml không có điều "${source.fact}"`)
    }
  })
  if (topic.group !== 'bot' && topic.sources.length === 0) {
    add(
      ['id'],
      'thiếu sources: ghi ý của đề cương hoặc điều trong facts.yaml mà câu trả lời dựa vào',
    )
  }
  const length = composeAnswer(topic, knowledge, 'full').length
  if (length > textLength) {
    add(['answer'], `câu trả lời dài ${length} ký tự, quá ${textLength}; rút gọn detail`)
  }
  for (const part of ['short', 'detail'] as const) {
    if (asksForSecret(topic.answer[part] ?? '')) {
      add(['answer', part], 'đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại')
    }
  }
  if (topic.valid_until && topic.valid_until < today) {
    add(['valid_until'], `hết hiệu lực từ ${topic.valid_until}; cập nhật câu trả lời`, 'warning')
  }
  if (topic.review_by && topic.review_by < today) {
    add(['review_by'], `quá hạn soát lại (${topic.review_by}); soát rồi sửa reviewed_on`, 'warning')
  }
  return problems
}

function findSharedExamples(placed: readonly PlacedTopic[]): Problem[] {
  const first = new Map<string, string>()
  return placed.flatMap(({ topic, file, locate }) =>
    topic.examples.flatMap((example, index): Problem[] => {
      const key = example.trim().toLowerCase()
      const owner = first.get(key)
      first.set(key, owner ?? topic.id)
      if (!owner) return []
      const message = `câu ví dụ này đã có ở mục "${owner}"; giữ ở một nơi`
      return [{ file, ...locate(['examples', index]), message, level: 'error' }]
    }),
  )
}

function findUncitedClaims({ outline, topics }: KnowledgeBase): Problem[] {
  const cited = new Set(
    [...topics.values()].flatMap(({ sources }) =>
      sources.map((s) => ('claim' in s ? s.claim : '')),
    ),
  )
  return outline.claims
    .filter(({ id }) => !cited.has(id))
    .map(({ id }) =>
      inFile('outline.yaml', `chưa mục nào dẫn ý ${id}; thêm vào sources của một mục`),
    )
}

const inFile = (file: string, message: string): Problem => ({
  file,
  line: 1,
  column: 1,
  message,
  level: 'error',
})
