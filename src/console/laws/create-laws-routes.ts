import express, { type Router } from 'express'
import { z } from 'zod'
import { daySchema, idSchema } from '../../knowledge/topic'
import { auditTable } from '../../storage/audit-table'
import {
  type LawReview,
  type LawReviewItem,
  type LawReviewState,
  lawReviewTable,
} from '../../storage/law-review-table'
import { ENTRY_KIND } from '../answers/entry-kind'
import { tellAnswerError } from '../answers/tell-answer-error'
import { FLOW_KIND } from '../flows/flow-kind'
import { requireRole } from '../people/require-role'
import { signedIn } from '../people/signed-in'
import { readId } from '../read-id'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { createLawReader, type ReadLaw } from './create-law-reader'
import type { createReviewCalendar } from './create-review-calendar'
import type { LawsOptions } from './laws-options'
import { markReviewed } from './mark-reviewed'
import { toCalendarFile } from './to-calendar-file'
import { toReasons, toReviewItems } from './to-review-items'

/** Characters of an audit line's detail. */
const DETAIL = 300

const STATES = ['waiting', 'kept', 'changed'] as const satisfies LawReviewState[]
const STATE_WORDS: Readonly<Record<LawReviewState, string>> = {
  waiting: 'chờ xem lại',
  kept: 'đã xem, vẫn đúng',
  changed: 'đã sửa',
}

const changeSchema = z.object({
  document: idSchema,
  /** The latest list of the document that the person has seen; 0 for none. */
  seen: z.number().int().min(0),
  /** By what it was replaced; null where it only changed. */
  replacedBy: z
    .string()
    .trim()
    .min(3, 'Hãy ghi số, ký hiệu văn bản thay thế.')
    .max(200, 'Số, ký hiệu văn bản dài quá 200 ký tự.')
    .nullable(),
  effectiveOn: daySchema.nullable(),
  note: z.string().trim().max(1_000, 'Ghi chú dài quá 1000 ký tự.').default(''),
})
const decisionSchema = z.object({ state: z.enum(STATES), version: z.number().int().min(0) })
const seenSchema = z.object({ revision: z.number().int().min(0) })

/** A document as the list shows it: how much rests on it. */
export type LawRow = {
  id: string
  name: string
  counts: { topics: number; flows: number; notes: number; links: number; facts: number }
}

/** `/console/api/laws`: legal documents, what rests on them, and what is to be looked at again, when. */
export function createLawsRoutes(
  options: LawsOptions,
  calendar: ReturnType<typeof createReviewCalendar>,
): Router {
  const { database, revisions, publicUrl, now } = options
  const reviews = lawReviewTable(database.kysely)
  const laws = createLawReader(options)
  const { note } = auditTable(database.kysely, now)
  const router = express.Router()
  router.use(requireRole('viewer'))
  const editor = requireRole('editor')

  async function readLaw(id: string): Promise<ReadLaw> {
    const law = await laws.read(id)
    if (law) return law
    throw new Refusal(404, 'Không còn nội dung nào dựa vào văn bản này. Hãy quay lại danh sách.')
  }

  router.get('/', async (_request, response) => {
    const rows = (await laws.list()).map(toRow)
    response.json({ documents: rows, reviews: await reviews.list() })
  })

  router.get('/documents/:id', async ({ params }, response) => {
    const { document, links } = await readLaw(readInput(idSchema, params.id))
    const own = (await reviews.list()).filter((review) => review.document === document.id)
    response.json({
      ...document,
      items: document.items.map((item) => ({ ...item, reasons: toReasons(item) })),
      links,
      reviews: own,
    })
  })

  router.post('/reviews', editor, async ({ body }, response) => {
    const { document: id, seen, ...change } = readInput(changeSchema, body)
    const account = signedIn(response)
    const { document, links } = await readLaw(id)
    const items = toReviewItems(document, links)
    const opened = await reviews.open(
      {
        ...change,
        document: id,
        name: document.name,
        round: seen + 1,
        openedBy: account.name,
        openedAt: now(),
      },
      items,
    )
    if (!opened) {
      throw new Refusal(
        409,
        'Người khác vừa mở danh sách xem lại cho văn bản này. Hãy tải lại trang để xem.',
        'opened',
      )
    }
    const detail = `${toWords(opened)}; ${items.length} mục phải xem lại`.slice(0, DETAIL)
    await note({ account, action: 'laws.open', subject: document.name, detail })
    response.status(201).json({ id: opened.id })
  })

  router.get('/reviews/:id', async (request, response) => {
    const found = await reviews.read(readId(request))
    if (!found) throw toGone()
    const changed = await revisions.changedSince(found.review.openedAt)
    response.json({
      review: found.review,
      items: found.items.map((item) => ({
        ...item,
        publishedAt: changed.get(toPath(item)) ?? null,
      })),
    })
  })

  router.post('/reviews/:id/items/:item', editor, async (request, response) => {
    const { state, version } = readInput(decisionSchema, request.body)
    const account = signedIn(response)
    const review = readId(request)
    const id = readId(request, 'item')
    const decision = { state, by: account.name, at: now() }
    const item = await reviews.decide({ review, id, from: version }, decision)
    if (!item) {
      const other = await reviews.readItem(review, id)
      throw other ? toDecided(other) : toGone()
    }
    const subject = (await reviews.read(review))?.review.name ?? ''
    const detail = `${STATE_WORDS[state]}: ${item.title}`.slice(0, DETAIL)
    await note({ account, action: 'laws.decide', subject, detail })
    response.json(item)
  })

  router.delete('/reviews/:id', requireRole('approver'), async (request, response) => {
    const found = await reviews.read(readId(request))
    if (!found || !(await reviews.remove(found.review.id))) throw toGone()
    const waiting = found.items.filter(({ state }) => state === 'waiting').length
    await note({
      account: signedIn(response),
      action: 'laws.remove',
      subject: found.review.name,
      detail: `${toWords(found.review)}; còn ${waiting}/${found.items.length} mục chờ xem lại`,
    })
    response.status(204).end()
  })

  router.get('/calendar', async (_request, response) => {
    response.json(await calendar.read())
  })

  router.get('/reviews.ics', async (request, response) => {
    const { due, remindDays } = await calendar.read()
    const site = publicUrl ?? `${request.protocol}://${request.get('host')}`
    const url = new URL('/console/reviews', site).href
    response
      .type('text/calendar; charset=utf-8')
      .attachment('loa-lich-xem-lai.ics')
      .send(toCalendarFile(due, { url, now: now(), remindDays }))
  })

  router.post('/topics/:id/reviewed', editor, async ({ params, body }, response) => {
    const id = readInput(idSchema, params.id)
    const { revision } = readInput(seenSchema, body)
    const account = signedIn(response)
    const outcome = await markReviewed(options, { id, revision }, account)
    await note({ account, action: 'laws.reviewed', subject: id, detail: '' })
    response.json(outcome)
  })

  router.use(tellAnswerError)
  return router
}

function toRow({ document: { id, name, facts, items }, links }: ReadLaw): LawRow {
  const count = (kind: string) => items.filter((item) => item.kind === kind).length
  const counts = { topics: count('topic'), flows: count('flow'), notes: count('note') }
  return { id, name, counts: { ...counts, links: links.length, facts: facts.length } }
}

function toWords({ replacedBy, effectiveOn }: LawReview): string {
  const what = replacedBy === null ? 'đã thay đổi' : `bị thay bằng ${replacedBy}`
  return effectiveOn === null ? what : `${what} từ ${effectiveOn}`
}

/** The file whose change shows that an item was changed; none for a link, which is made of others. */
function toPath({ kind, target }: LawReviewItem): string {
  switch (kind) {
    case 'topic':
      return ENTRY_KIND.toPath(target)
    case 'flow':
      return FLOW_KIND.toPath(target)
    case 'note':
      return 'knowledge/notes.yaml'
    case 'link':
      return ''
  }
}

function toGone(): Refusal {
  return new Refusal(404, 'Không còn danh sách này. Hãy quay lại trang Văn bản pháp luật.')
}

function toDecided({ decidedBy, state }: LawReviewItem): Refusal {
  return new Refusal(
    409,
    `${decidedBy} vừa ghi "${STATE_WORDS[state]}" cho mục này. Hãy xem lại rồi quyết định.`,
    'decided',
  )
}
