import express, { type Router } from 'express'
import { z } from 'zod'
import type { Content } from '../../bot/content'
import type { Funnel } from '../../insights/to-funnel'
import { toHanoiDay } from '../../knowledge/hanoi-day'
import type { Database } from '../../storage/open-database'
import { requireRole } from '../people/require-role'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { exportNumbers } from './export-numbers'
import { readFunnels } from './read-funnels'
import { NUMBER_KEYS, numbersQuery, readNumbers } from './read-numbers'

/** What the part of the numbers works with. */
export type NumbersOptions = {
  database: Database
  content: () => Content
  /** Names of the channels that are on. */
  channels: readonly string[]
  /** Epoch milliseconds. */
  now: () => number
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `/console/api/numbers`: how much was asked and answered, nobody told apart, small numbers hidden. */
export function createNumbersRoutes(options: NumbersOptions): Router {
  const { database, content, channels, now } = options
  const router = express.Router()
  router.use(requireRole('viewer'))

  router.get('/', async (request, response) => {
    const { by } = readInput(z.object({ by: z.enum(NUMBER_KEYS).default('day') }), request.query)
    const table = await readNumbers(database, by, readInput(numbersQuery, request.query))
    response.json({ ...table, names: toNames(content(), by) })
  })

  router.get('/choices', (_request, response) => {
    const { knowledge, flows } = content()
    response.json({
      today: toHanoiDay(now()),
      channels,
      topics: [...knowledge.topics.values()].map(({ id, question }) => ({ id, question })),
      flows: [...flows.values()].map(({ flow: { id, title } }) => ({ id, title })),
    })
  })

  router.get('/flows/:flow', async (request, response) => {
    const flow = content().flows.get(String(request.params.flow))?.flow
    if (!flow) throw new Refusal(404, 'Không có hướng dẫn này.')
    const query = readInput(numbersQuery, request.query)
    const funnels: Funnel[] = await readFunnels(database, flow, query)
    const names = Object.fromEntries(flow.steps.map(({ id, short }) => [id, short]))
    response.json({ funnels, names })
  })

  router.get('/export.xlsx', async (request, response) => {
    const query = readInput(numbersQuery, request.query)
    const workbook = await exportNumbers(database, content(), query)
    response
      .type(XLSX)
      .attachment(`loa-so-lieu-${query.from}-${query.to}.xlsx`)
      .send(Buffer.from(workbook))
  })

  return router
}

/** What keys are called, where that is not the key itself. */
function toNames({ knowledge }: Content, by: (typeof NUMBER_KEYS)[number]): Record<string, string> {
  if (by !== 'topic') return {}
  return Object.fromEntries([...knowledge.topics].map(([id, { question }]) => [id, question]))
}
