import { asksForSecret } from '../knowledge/asks-for-secret'
import { findAddresses, toAddressMessage } from '../knowledge/find-addresses'
import { isAllowedAddress } from '../knowledge/is-allowed-link'
import type { Problem } from '../knowledge/problem'
import { checkVersion } from './check-version'
import type { Ask, Flow, FlowStep } from './flow'
import type { PlacedFlow } from './load-flows'
import type { PublishedFlows } from './published-flows'
import { waysFrom } from './ways-from'

/** What a flow is checked against. */
export type FlowContext = {
  topicIds: ReadonlySet<string>
  sourceIds: ReadonlySet<string>
  allowedDomains: readonly string[]
  /** Every guide, for those that a step calls. */
  flows: ReadonlyMap<string, Flow>
  /** What was published of each guide, to see what was edited since. */
  published: PublishedFlows
}

/**
 * Checks that a person can walk through a flow: no jump to nothing, no step that is never reached, no dead end, no loop
 * without a way out, nothing that asks for a secret or links to where it must not.
 */
export function checkFlow({ flow, file, locate }: PlacedFlow, context: FlowContext): Problem[] {
  const problems: Problem[] = []
  const toProblem = (path: PropertyKey[], message: string): Problem => {
    return { file, ...locate(path), message, level: 'error' }
  }
  const add = (path: PropertyKey[], message: string) => problems.push(toProblem(path, message))

  const steps = new Map(flow.steps.map((step) => [step.id, step]))
  const reached = reachableFrom(flow.steps[0]?.id ?? '', steps)
  const ids = new Set<string>()
  flow.steps.forEach((step, index) => {
    const at = ['steps', index]
    if (ids.has(step.id)) add([...at, 'id'], `bước "${step.id}" có hai lần; đặt id khác`)
    ids.add(step.id)
    if (!reached.has(step.id)) add(at, `không có đường nào tới bước "${step.id}"; nối hoặc bỏ`)
    const ways = waysFrom(step).map(({ goto }) => goto)
    const calls = step.choices.flatMap(({ call }) => call ?? [])
    if (step.end && ways.length + calls.length > 0)
      add(at, `bước cuối "${step.id}" không được có lối đi tiếp`)
    if (!step.end && ways.length === 0) {
      add(at, `bước "${step.id}" là ngõ cụt; thêm next, choices, ask hoặc end: true`)
    }
    for (const way of ways) {
      if (!steps.has(way)) add(at, `bước "${step.id}" dẫn tới "${way}" không có; sửa id`)
    }
    const exits = [...reachableFrom(step.id, steps)].some((id) => steps.get(id)?.end)
    if (ways.length > 0 && !exits) add(at, `từ bước "${step.id}" không bao giờ tới bước cuối`)
    problems.push(
      ...checkCalls(step, flow, context).map((message) => toProblem(at, message)),
      ...checkRoutes(step, steps).map((message) => toProblem([...at, 'next'], message)),
      ...checkAsk(step.ask).map((message) => toProblem([...at, 'ask'], message)),
    )
    for (const part of ['text', 'short'] as const) {
      if (asksForSecret(step[part])) {
        add([...at, part], 'đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại')
      }
      for (const address of findAddresses(step[part])) {
        if (isAllowedAddress(address, context.allowedDomains)) continue
        add([...at, part], toAddressMessage(address))
      }
    }
    step.related.forEach((id, place) => {
      if (!context.topicIds.has(id)) add([...at, 'related', place], `không có mục "${id}"; sửa id`)
    })
  })
  for (const { path, message } of checkVersion(flow, context.published)) add(path, message)
  flow.sources.forEach((source, index) => {
    const id = 'claim' in source ? source.claim : source.fact
    if (!context.sourceIds.has(id)) add(['sources', index], `không có nguồn "${id}"; sửa mã`)
  })
  return problems
}

/** A called guide must be there, be a troubleshooter, and leave a step to come back to. */
function checkCalls(step: FlowStep, flow: Flow, { flows }: FlowContext): string[] {
  return step.choices.flatMap(({ title, call, goto }) => {
    if (!call) return []
    const called = flows.get(call)
    if (!called) return [`lựa chọn "${title}" gọi hướng dẫn "${call}" không có; sửa id`]
    if (!called.returns)
      return [`"${call}" không phải hướng dẫn phụ; thêm returns: true vào tệp đó`]
    const after = flow.steps.find(({ id }) => id === goto)
    return after?.end ? [`sau "${call}" phải về một bước chưa kết thúc, không phải "${goto}"`] : []
  })
}

/** The last route catches what no condition did; a condition names a choice that can have been taken. */
function checkRoutes({ next }: FlowStep, steps: ReadonlyMap<string, FlowStep>): string[] {
  if (typeof next !== 'object') return []
  return next.flatMap(({ when }, index) => {
    const isLast = index === next.length - 1
    if (!when) return isLast ? [] : ['đường không có when phải đứng cuối']
    if (isLast) return ['thiếu đường cuối không có when cho các trường hợp còn lại']
    const known = steps.get(when.step)?.choices.some(({ id }) => id === when.is)
    return known ? [] : [`không có lựa chọn "${when.is}" ở bước "${when.step}"; sửa when`]
  })
}

const BOUNDS: Readonly<Record<Ask['kind'], readonly [number, number]>> = {
  age: [0, 120],
  date: [-366, 366],
  'yes-no': [0, 1],
}

/** Every value leads somewhere, and to one place only. */
function checkAsk(ask: Ask | undefined): string[] {
  if (!ask) return []
  const [lowest, highest] = BOUNDS[ask.kind]
  for (let value = lowest; value <= highest; value++) {
    const ways = ask.ways.filter(
      ({ from = -Infinity, to = Infinity }) => from <= value && value <= to,
    )
    if (ways.length === 0) return [`không có đường cho giá trị ${value}; thêm vào ways`]
    if (ways.length > 1) return [`giá trị ${value} có hai đường; sửa from, to`]
  }
  return []
}

function reachableFrom(start: string, steps: ReadonlyMap<string, Flow['steps'][number]>) {
  const reached = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps.get(id)
    if (!step || reached.has(id)) continue
    reached.add(id)
    waiting.push(...waysFrom(step).map(({ goto }) => goto))
  }
  return reached
}
