import { asksForSecret } from '../knowledge/asks-for-secret'
import { isAllowedLink } from '../knowledge/is-allowed-link'
import type { Problem } from '../knowledge/problem'
import type { Flow, FlowStep } from './flow'
import type { PlacedFlow } from './load-flows'

/** What a flow is checked against. */
export type FlowContext = {
  topicIds: ReadonlySet<string>
  sourceIds: ReadonlySet<string>
  allowedDomains: readonly string[]
}

/** An address in a sentence, without the sentence's own punctuation after it. */
const LINK = /https?:\/\/[^\s<>"”)]{1,300}?(?=[.,;:!?)"”]{0,3}(?:\s|$))/g

/**
 * Checks that a person can walk through a flow: no jump to nothing, no step that is never reached, no dead end, no loop
 * without a way out, nothing that asks for a secret or links to where it must not.
 */
export function checkFlow({ flow, file, locate }: PlacedFlow, context: FlowContext): Problem[] {
  const problems: Problem[] = []
  const add = (path: PropertyKey[], message: string) =>
    problems.push({ file, ...locate(path), message, level: 'error' })

  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  const reached = reachableFrom(flow.steps[0]?.id ?? '', steps)
  const ids = new Set<string>()
  flow.steps.forEach((step, index) => {
    const at = ['steps', index]
    if (ids.has(step.id)) add([...at, 'id'], `bước "${step.id}" có hai lần; đặt id khác`)
    ids.add(step.id)
    if (!reached.has(step.id)) add(at, `không có đường nào tới bước "${step.id}"; nối hoặc bỏ`)
    const ways = waysFrom(step)
    if (step.end && ways.length > 0) add(at, `bước cuối "${step.id}" không được có lối đi tiếp`)
    if (!step.end && ways.length === 0) {
      add(at, `bước "${step.id}" là ngõ cụt; thêm next, choices hoặc end: true`)
    }
    for (const way of ways) {
      if (!steps.has(way)) add(at, `bước "${step.id}" dẫn tới "${way}" không có; sửa id`)
    }
    const exits = [...reachableFrom(step.id, steps)].some((id) => steps.get(id)?.end)
    if (ways.length > 0 && !exits) add(at, `từ bước "${step.id}" không bao giờ tới bước cuối`)
    if (asksForSecret(step.text)) {
      add([...at, 'text'], 'đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại')
    }
    for (const [link] of step.text.matchAll(LINK)) {
      if (!isAllowedLink(link, context.allowedDomains)) {
        add([...at, 'text'], `đường dẫn ${link} không thuộc tên miền được phép trong settings.yaml`)
      }
    }
    step.related.forEach((id, place) => {
      if (!context.topicIds.has(id)) add([...at, 'related', place], `không có mục "${id}"; sửa id`)
    })
  })
  flow.sources.forEach((source, index) => {
    const id = 'claim' in source ? source.claim : source.fact
    if (!context.sourceIds.has(id)) add(['sources', index], `không có nguồn "${id}"; sửa mã`)
  })
  return problems
}

function waysFrom(step: FlowStep): string[] {
  return [...step.choices.map(({ goto }) => goto), ...(step.next ? [step.next] : [])]
}

function reachableFrom(start: string, steps: ReadonlyMap<string, Flow['steps'][number]>) {
  const reached = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps.get(id)
    if (!step || reached.has(id)) continue
    reached.add(id)
    waiting.push(...waysFrom(step))
  }
  return reached
}
