import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import { CHANNEL_LIMITS, type ChannelName } from '../../channels/channel-limits'
import type { Flow } from '../../flows/flow'
import { type FlowForm, flowFormSchema, readFlowForm, withFlowForm } from '../../flows/flow-form'
import type { Funnel } from '../../insights/to-funnel'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import { idSchema } from '../../knowledge/topic'
import { playGuide } from '../../rehearsal/play-guide'
import { addDraftRoutes } from '../answers/add-draft-routes'
import type { AnswersOptions } from '../answers/answers-options'
import type { DraftParts } from '../answers/create-draft-parts'
import type { EntryView } from '../answers/create-draft-views'
import { tellAnswerError } from '../answers/tell-answer-error'
import { toEntryText } from '../answers/write-draft'
import { requireRole } from '../people/require-role'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { listFlows } from './list-flows'
import { type FlowOutline, toFlowOutline } from './to-flow-outline'

/** People of so many days are counted. */
const DAYS = 30
const DAY_MS = 24 * 3_600_000
/** A guide is no longer than this, and every turn is played anew. */
const INPUTS = 60

const channel = z.custom<ChannelName>((name) => Object.hasOwn(CHANNEL_LIMITS, String(name)))
const line = z.string().trim().min(1).max(1_000)
const played = z.object({
  channel,
  form: flowFormSchema.nullable().default(null),
  from: idSchema.nullable().default(null),
  inputs: z
    .array(z.union([z.object({ typed: line }), z.object({ pressed: line })]))
    .max(INPUTS, 'Đã thử rất nhiều bước; hãy bắt đầu lại.')
    .default([]),
})
const checked = z.object({ form: flowFormSchema })

/** What the guides' part works with, beside what the entries' does. */
export type FlowsOptions = {
  use: AnswersOptions
  parts: DraftParts<FlowForm>
  /** How far people came in a guide between two days in Hanoi, `2026-11-24`, both included. */
  readFunnels(flow: Flow, days: { from: string; to: string }): Promise<Funnel[]>
}

/** A guide as its screens show it. */
export type FlowView = EntryView<FlowForm> & {
  outline: FlowOutline
  /** The draft's file, for what publishing it would change. */
  draftText: string | null
  needsSecond: boolean
  /** The days that people are counted of. */
  days: { from: string; to: string }
}

/** `/console/api/flows`: the guides, how far people come in them, and what is said in them. */
export function createFlowsRoutes({ use, parts, readFunnels }: FlowsOptions): Router {
  const { served, rehearse, now } = use
  const router = express.Router()
  router.use(requireRole('viewer'))
  const editor = requireRole('editor')
  const idOf = ({ params }: Request) => readInput(idSchema, params.id)
  const lately = () => ({
    from: toHanoiDay(now() - (DAYS - 1) * DAY_MS),
    to: toHanoiDay(now()),
  })
  const findFlow = (id: string): Flow => {
    const flow = served().content.flows.get(id)?.flow
    if (!flow) throw new Refusal(404, 'Không có hướng dẫn này. Hãy quay lại danh sách.')
    return flow
  }

  router.get('/', async (_request, response) => {
    const days = lately()
    const read = (flow: Flow) => readFunnels(flow, days)
    const rows = await listFlows(served().content, await parts.views.list(), read)
    response.json({ rows, days })
  })

  router.get('/:id', async (request, response) => {
    const flow = findFlow(idOf(request))
    const { draft } = await parts.reader.read(flow.id)
    const titleOf = (id: string) => served().content.flows.get(id)?.flow.title ?? id
    const view: FlowView = {
      ...(await parts.views.read(flow.id)),
      outline: toFlowOutline(flow, titleOf),
      draftText: draft?.text ?? null,
      needsSecond: parts.publisher.needsSecond(),
      days: lately(),
    }
    response.json(view)
  })

  router.post('/:id/check', editor, async (request, response) => {
    const { id } = findFlow(idOf(request))
    const { form } = readInput(checked, request.body)
    const entry = await parts.reader.read(id)
    const change = { id, path: parts.kind.toPath(id), text: toEntryText(parts.kind, entry, form) }
    response.json({ problems: await rehearse({ kind: 'check-flow', change }) })
  })

  router.post('/:id/play', async (request, response) => {
    const flow = findFlow(idOf(request))
    const { form, ...task } = readInput(played, request.body)
    const { draft } = await parts.reader.read(flow.id)
    const words = form ?? (draft && readFlowForm(draft.text))
    const said = words ? withFlowForm(flow, words) : flow
    response.json(await playGuide(served().content, { flow: said, ...task }, now()))
  })

  addDraftRoutes(router, '/:id', { use, parts, form: flowFormSchema })
  router.use(tellAnswerError)
  return router
}
