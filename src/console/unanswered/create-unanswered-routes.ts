import express, { type Router } from 'express'
import { z } from 'zod'
import type { Account } from '../../storage/account-table'
import { type AuditNote, auditTable } from '../../storage/audit-table'
import { type QuestionDecision, unansweredTable } from '../../storage/unanswered-table'
import { toForm } from '../../text/to-form'
import { tellAnswerError } from '../answers/tell-answer-error'
import { requireRole } from '../people/require-role'
import { signedIn } from '../people/signed-in'
import { readId } from '../read-id'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { listGroups } from './list-groups'
import type { UnansweredOptions } from './unanswered-options'

const DECISIONS_SHOWN = 100

const period = z.object({ days: z.coerce.number().int().min(1).max(365).default(30) })

const texts = z
  .array(z.string().min(1).max(500))
  .min(1, 'Hãy chọn ít nhất một câu.')
  .max(30, 'Mỗi lần thêm nhiều nhất 30 câu.')
const id = z.string().min(1).max(100)
const decisionSchema = z.intersection(
  z.object({
    /** The question that the group is called by. */
    text: z.string().min(1).max(1_000),
    /** All forms of the group. */
    forms: z.array(z.string().min(1).max(200)).min(1).max(1_000),
  }),
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('example'), target: id, texts }),
    z.object({ kind: z.literal('outside'), target: id, texts }),
    z.object({ kind: z.literal('entry'), texts }),
    z.object({
      kind: z.literal('dismissed'),
      reason: z
        .string()
        .trim()
        .min(3, 'Hãy ghi lý do bỏ qua.')
        .max(300, 'Lý do dài quá 300 ký tự.'),
    }),
  ]),
)
type DecisionInput = z.output<typeof decisionSchema>

/** What a decision is called in the audit trail. */
const WORDS: Readonly<Record<QuestionDecision['kind'], string>> = {
  example: 'Thêm làm ví dụ',
  outside: 'Ngoài phạm vi',
  entry: 'Mở mục mới',
  dismissed: 'Bỏ qua',
}

/** `/console/api/unanswered`: what people asked in vain, and what is to become of it. */
export function createUnansweredRoutes(options: UnansweredOptions): Router {
  const { database, content, target, now } = options
  const router = express.Router()
  const note = (entry: AuditNote) => auditTable(database.kysely, now).note(entry)

  /** Takes the questions where they belong; returns the id of the entry that was begun for them. */
  async function carryOut(input: DecisionInput, account: Account): Promise<string | null> {
    switch (input.kind) {
      case 'example':
        await target.addExamples(input.target, { texts: input.texts, account })
        return null
      case 'outside':
        await target.addOutside(input.target, { texts: input.texts, account })
        return null
      case 'entry':
        return target.startEntry(input.text, { texts: input.texts, account })
      case 'dismissed':
        return null
    }
  }

  router.get('/', requireRole('viewer'), async (request, response) => {
    const { days } = readInput(period, request.query)
    const { outside, topics } = content().knowledge
    response.json({
      groups: await listGroups(options, days),
      outside: outside.map(({ id: business, name }) => ({ id: business, name })),
      entries: [...topics.values()].map(({ id: entry, question }) => ({ id: entry, question })),
    })
  })

  router.get('/decisions', requireRole('viewer'), async (_request, response) => {
    const decisions = await unansweredTable(database.kysely).decisions(DECISIONS_SHOWN)
    const { topics, outside } = content().knowledge
    const nameOf = (of: string) =>
      topics.get(of)?.question ?? outside.find(({ id: one }) => one === of)?.name ?? of
    response.json({
      decisions: decisions.map((decision) => ({
        ...decision,
        targetName: decision.target === null ? null : nameOf(decision.target),
      })),
    })
  })

  router.post('/decisions', requireRole('editor'), async (request, response) => {
    const input = readInput(decisionSchema, request.body)
    const account = signedIn(response)
    refuseStrange(input)
    const decision = await unansweredTable(database.kysely).decide({
      decidedAt: now(),
      account: account.name,
      kind: input.kind,
      target: 'target' in input ? input.target : null,
      reason: 'reason' in input ? input.reason : null,
      text: input.text,
      forms: [...new Set(input.forms)],
    })
    if (!decision) {
      throw new Refusal(409, 'Người khác vừa xử lý câu này. Hãy tải lại danh sách.', 'decided')
    }
    const entry = await carryOut(input, account).catch(async (error: unknown) => {
      // What was not done was not decided either.
      await unansweredTable(database.kysely).undo(decision.id)
      throw error
    })
    await note({
      account,
      action: `unanswered.${input.kind}`,
      subject: decision.target ?? '',
      detail: `${WORDS[input.kind]}: ${input.text}`.slice(0, 300),
    })
    response.status(201).json({ decision, entry })
  })

  router.delete('/decisions/:id', requireRole('editor'), async (request, response) => {
    const table = unansweredTable(database.kysely)
    const account = signedIn(response)
    const decision = await table.read(readId(request))
    if (!decision) throw new Refusal(404, 'Việc này đã được hoàn tác rồi. Hãy tải lại danh sách.')
    const { kind, target: to, forms } = decision
    if (to && kind === 'example') await target.removeExamples(to, { forms, account })
    if (to && kind === 'outside') await target.removeOutside(to, { forms, account })
    await table.undo(decision.id)
    await note({
      account,
      action: 'unanswered.undo',
      subject: decision.target ?? '',
      detail: `Hoàn tác "${WORDS[decision.kind]}": ${decision.text}`.slice(0, 300),
    })
    response.json({ decision })
  })

  router.use(tellAnswerError)
  return router
}

/** Only what people asked becomes an example: the rest has a form of its own in the entry's screen. */
function refuseStrange(input: DecisionInput): void {
  if (!('texts' in input)) return
  const forms = new Set(input.forms)
  if (input.texts.every((text) => forms.has(toForm(text)))) return
  throw new Refusal(400, 'Câu thêm vào phải là câu người dân đã hỏi trong nhóm này.')
}
