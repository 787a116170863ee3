import type { Request, Router } from 'express'
import { z } from 'zod'
import { idSchema } from '../../knowledge/topic'
import { isAtLeast } from '../../storage/role'
import { requireRole } from '../people/require-role'
import { signedIn } from '../people/signed-in'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import type { AnswersOptions } from './answers-options'
import type { DraftParts } from './create-draft-parts'
import { readHistory } from './read-history'

const version = z.number().int().min(0)
/** Epoch milliseconds. */
const publishAt = z.number().int().positive().nullable().default(null)
const words = z.string().trim().max(500)

const seen = z.object({ version })
const timed = z.object({ version, publishAt })
const withReason = z.object({ version, reason: words.default('') })
const state = z.object({ revision: z.number().int(), basedOn: z.string().max(64) })

/** Why an entry or a guide is changed, as it comes from a form. */
export const noteSchema = words.default('')

/**
 * Adds the routes by which a draft is written, approved and published, and what was published taken back.
 * @param base where one of the kind is found, with its `:id`
 */
export function addDraftRoutes<Form>(
  router: Router,
  base: '/:id' | '/entries/:id',
  options: { use: AnswersOptions; parts: DraftParts<Form>; form: z.ZodType<Form> },
): void {
  const { use, form } = options
  const { kind, reader, views, writer, publisher, restore } = options.parts
  const editor = requireRole('editor')
  const idOf = ({ params }: Request) => readInput(idSchema, params.id)
  const draftInput = z.object({
    form,
    version,
    basedOn: z.string().max(64).nullable(),
    note: noteSchema,
  })

  router.get(`${base}/history`, async (request, response) => {
    const { published } = await reader.read(idOf(request))
    response.json({ items: published ? await readHistory(use, published.path, kind) : [] })
  })
  router.post(`${base}/restore`, editor, async (request, response) => {
    const input = readInput(state, request.body)
    response.json(await restore(idOf(request), input, signedIn(response)))
  })

  router.put(`${base}/draft`, editor, async (request, response) => {
    const id = idOf(request)
    await writer.save(id, readInput(draftInput, request.body), signedIn(response))
    response.json(await views.read(id))
  })
  router.delete(`${base}/draft`, editor, async (request, response) => {
    const input = readInput(seen, request.body)
    await writer.discard(idOf(request), input.version, signedIn(response))
    response.status(204).end()
  })
  router.post(`${base}/draft/submit`, editor, async (request, response) => {
    const id = idOf(request)
    const input = readInput(timed, request.body)
    await publisher.submit(id, input.version, input.publishAt, signedIn(response))
    response.json(await views.read(id))
  })
  router.post(`${base}/draft/withdraw`, editor, async (request, response) => {
    const id = idOf(request)
    const { version: from, reason } = readInput(withReason, request.body)
    await publisher.withdraw(id, from, reason, signedIn(response))
    response.json(await views.read(id))
  })
  router.post(`${base}/draft/publish`, editor, async (request, response) => {
    const input = readInput(timed, request.body)
    const person = signedIn(response)
    if (publisher.needsSecond() && !isAtLeast(person.role, 'approver')) {
      throw new Refusal(403, 'Cần người có quyền duyệt. Hãy gửi duyệt.')
    }
    response.json(await publisher.approve(idOf(request), input.version, input.publishAt, person))
  })
}
