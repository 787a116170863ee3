import { fillMessage } from '../../knowledge/messages'
import { escapeHtml } from '../../text/escape-html'
import type { SetState } from './create-set-shelf'
import { type KitPageContext, renderFrame } from './render-kit-frame'
import { toUnitQuery } from './shared'

/** Where the whole set is told of, begun by a press, and downloaded. */
export const SET_PATH = '/share/set'
export const SET_FILE_PATH = '/share/set.zip'

const BYTES_PER_MB = 1_000_000
const SIZE = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** How far a unit's set is, and what to press. `waitMinutes`: the address has begun too many. */
export function renderSetPage(
  state: SetState,
  waitMinutes: number,
  context: KitPageContext,
): string {
  const { knowledge, unit } = context
  const { kit } = knowledge.messages
  const query = toUnitQuery(unit, knowledge.units.city)
  const isUnderWay = state.kind === 'making' || state.kind === 'busy'
  const told =
    waitMinutes > 0
      ? fillMessage(kit.set.often, { minutes: waitMinutes })
      : fillMessage(kit.set[state.kind], {
          unit: unit.name,
          ...(state.kind === 'making' && { done: state.done, count: state.count }),
        })
  return renderFrame(
    kit.set.name,
    `<p class="back"><a href="/share${query}">${escapeHtml(kit.back)}</a></p>
<h1>${escapeHtml(kit.set.name)}</h1>
<p>${escapeHtml(kit.set.hint)}</p>
<p class="notice" role="status">${escapeHtml(told)}</p>
${isUnderWay ? `<p><a class="button" href="${escapeHtml(toWaitAddress(context))}">${escapeHtml(kit.set.look)}</a></p>` : renderSetButton(state, context)}`,
    context,
  )
}

/** What to press for a unit's whole set: the file with its size, or what makes it. */
export function renderSetButton(state: SetState, { knowledge, unit }: KitPageContext): string {
  const { kit } = knowledge.messages
  const query = toUnitQuery(unit, knowledge.units.city)
  if (state.kind !== 'ready') {
    return `<form method="post" action="${escapeHtml(SET_PATH + query)}"><button>${escapeHtml(kit.set.press)}</button></form>`
  }
  const size = fillMessage(kit.set.size, {
    size: SIZE.format(state.bytes / BYTES_PER_MB),
    count: state.count,
  })
  return `<p><a class="button" href="${escapeHtml(SET_FILE_PATH + query)}">${escapeHtml(size)}</a></p>`
}

/** The page that waits for a set, and begins it where another's was in the way. */
export function toWaitAddress({ knowledge, unit }: KitPageContext): string {
  const query = toUnitQuery(unit, knowledge.units.city)
  return `${SET_PATH}${query === '' ? '?' : `${query}&`}wait=1`
}
