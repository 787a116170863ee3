import express, { type Request, type Router } from 'express'
import { z } from 'zod'
import { CHANNEL_LIMITS, type ChannelName } from '../../channels/channel-limits'
import { idSchema } from '../../knowledge/topic'
import { topicFormSchema } from '../../knowledge/topic-form'
import { requireRole } from '../people/require-role'
import { signedIn } from '../people/signed-in'
import { readInput } from '../read-input'
import { addDraftRoutes, noteSchema } from './add-draft-routes'
import type { AnswersOptions } from './answers-options'
import type { Answers } from './create-answers'
import { toEntryChoices } from './entry-choices'
import { entryQuerySchema } from './list-entries'
import { tellAnswerError } from './tell-answer-error'

const channel = z.custom<ChannelName>((name) => Object.hasOwn(CHANNEL_LIMITS, String(name)))
const newEntry = z.object({ form: topicFormSchema, note: noteSchema })
const form = z.object({ id: idSchema, form: topicFormSchema })
const question = z.object({ text: z.string().trim().min(1).max(1_000), channel })
const flowText = z.object({ text: z.string().max(200_000) })

/** `/console/api/answers`: the entries, what is written of them, and what it would change. */
export function createAnswersRoutes(options: AnswersOptions, answers: Answers): Router {
  const { served, fileProblems } = options
  const { entries, writer, publisher, trier } = answers
  const router = express.Router()
  router.use(requireRole('viewer'))
  const editor = requireRole('editor')
  const idOf = ({ params }: Request) => readInput(idSchema, params.id)

  router.get('/', async ({ query }, response) => {
    const list = await entries.list(readInput(entryQuerySchema, query))
    response.json({ ...list, fileProblems: fileProblems() })
  })
  router.get('/choices', (_request, response) => {
    const { revision, content } = served()
    const needsSecond = publisher.needsSecond()
    response.json({ ...toEntryChoices(content), needsSecond, revision: revision.id })
  })
  router.get('/waiting', async (_request, response) => {
    response.json({ drafts: await entries.waiting() })
  })
  router.post('/ask', async ({ body }, response) => {
    const { text, channel: on } = readInput(question, body)
    response.json(await trier.askServed(text, on))
  })
  router.post('/preview', async ({ body }, response) => {
    const input = readInput(form, body)
    response.json(await trier.preview(input.id, input.form))
  })
  router.post('/check', editor, async ({ body }, response) => {
    const input = readInput(form, body)
    response.json({ problems: await trier.check(input.id, input.form) })
  })
  router.post('/ask-draft', editor, async ({ body }, response) => {
    const input = readInput(form.extend(question.shape), body)
    response.json(await trier.askDraft(input.id, input.form, input))
  })
  router.post('/flows/:id/replay', editor, async (request, response) => {
    const { text } = readInput(flowText, request.body)
    response.json(await trier.replayFlow(idOf(request), text))
  })

  router.post('/entries', editor, async ({ body }, response) => {
    const input = readInput(newEntry, body)
    const id = await entries.nameNew(input.form.question)
    await writer.save(id, { ...input, version: 0, basedOn: null }, signedIn(response))
    response.status(201).json({ id })
  })
  router.get('/entries/:id', async (request, response) => {
    response.json(await entries.read(idOf(request)))
  })
  addDraftRoutes(router, '/entries/:id', { use: options, parts: answers, form: topicFormSchema })
  router.post('/entries/:id/draft/replay', editor, async (request, response) => {
    response.json(await trier.replay(idOf(request)))
  })

  router.use(tellAnswerError)
  return router
}
