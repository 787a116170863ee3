import express, { type Response, type Router } from 'express'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Bulletin } from '../../knowledge/bulletin'
import { checkBulletin } from '../../knowledge/check-bulletin'
import { auditTable } from '../../storage/audit-table'
import {
  APPROVALS_NEEDED,
  type BulletinApproval,
  type BulletinTable,
  bulletinTable,
  type StoredBulletin,
} from '../../storage/bulletin-table'
import { announceAtCommit } from '../../storage/notices'
import type { Schema } from '../../storage/schema'
import { requireRole } from '../people/require-role'
import { signedIn } from '../people/signed-in'
import { readId } from '../read-id'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { findApprovers } from './find-approvers'
import { previewBulletin } from './preview-bulletin'
import { toBulletinView } from './to-bulletin-view'
import type { UrgentOptions } from './urgent-options'

/** Notices of the past that are listed. */
const PAST_LISTED = 20

const words = (most: number) =>
  z
    .string()
    .max(most, `Dài quá ${most} ký tự.`)
    .transform((text) => text.normalize('NFC').trim())
/** Longer than what may be asked for, so that the preview can say by how much. */
const bulletinInput = z.object({
  text: words(2_000),
  link: words(2_000)
    .nullable()
    .transform((link) => link || null),
  topic: z
    .string()
    .max(200)
    .nullable()
    .transform((topic) => topic || null),
  endsAt: z.number().int().positive('Hãy chọn lúc hết hiệu lực.'),
})
const reasonInput = z.object({ reason: words(300).default('') })

const REFUSED: Readonly<Record<Exclude<BulletinApproval, 'out' | 'counted'>, string>> = {
  own: 'Bạn là người viết; cần hai người khác duyệt.',
  twice: 'Bạn đã duyệt rồi; cần một người khác nữa.',
  gone: 'Thông báo này không còn chờ duyệt. Hãy tải lại trang.',
}

/**
 * `/console/api/urgent`: official notices above or in the place of answers. One person asks, two others say yes; what
 * the house's settings say of entries makes no difference to it.
 */
export function createUrgentRoutes(options: UrgentOptions): Router {
  const { database, content, current, onChange, now } = options
  const { kysely, dialect } = database
  const router = express.Router()

  /** @throws {Refusal} 400 with the first thing to mend */
  function refuseBroken(bulletin: Omit<Bulletin, 'id'>): void {
    const [problem] = checkBulletin(bulletin, content().knowledge, now())
    if (problem) throw new Refusal(400, `Chưa gửi được: ${problem.message}.`, problem.field)
  }

  /** One change of one notice, with its line in the trail, told to every process. */
  async function change(
    response: Response,
    id: number,
    act: (
      table: BulletinTable,
      found: StoredBulletin,
    ) => Promise<{ action: string; detail: string }>,
  ): Promise<void> {
    const account = signedIn(response)
    await kysely.transaction().execute(async (transaction) => {
      const table = bulletinTable(transaction, dialect)
      const found = await table.read(id)
      if (!found) throw new Refusal(404, 'Không có thông báo này. Hãy tải lại trang.', 'gone')
      const { action, detail } = await act(table, found)
      await auditTable(transaction, now).note({
        ...{ account, action, detail },
        subject: toSubject(id, found),
      })
      await announceAtCommit(transaction, database, 'bulletins')
    })
    await onChange()
  }

  async function close(
    response: Response,
    id: number,
    {
      action,
      ...how
    }: { action: string; reason: string } & Pick<
      Parameters<BulletinTable['close']>[1],
      'from' | 'to'
    >,
  ): Promise<void> {
    const { name: by } = signedIn(response)
    await change(response, id, async (table) => {
      if (!(await table.close(id, { ...how, by }, now()))) {
        throw new Refusal(409, 'Người khác vừa xử lý thông báo này. Hãy tải lại trang.', 'gone')
      }
      return { action, detail: how.reason }
    })
  }

  router.get('/', requireRole('viewer'), async (_request, response) => {
    const account = signedIn(response)
    const approvers = await findApprovers(kysely)
    const stored = await bulletinTable(kysely, dialect).list(now(), PAST_LISTED)
    const out = stored.filter(({ state, endsAt }) => state === 'out' && endsAt > now())
    const { knowledge } = content()
    const context = { account, approvers, out, knowledge, now: now() }
    const others = [...approvers].filter((id) => id !== account.id).length
    response.json({
      bulletins: stored.map((one) => toBulletinView(one, context)),
      // How many people are lacking for a notice that this person would write.
      lacking: Math.max(0, APPROVALS_NEEDED - others),
    })
  })

  router.get('/topics', requireRole('viewer'), (_request, response) => {
    const topics = [...content().knowledge.topics.values()]
    response.json({
      topics: topics
        .filter(({ group }) => group !== 'bot')
        .map(({ id, question }) => ({ id, question })),
    })
  })

  router.post('/preview', requireRole('editor'), async (request, response) => {
    const bulletin = readInput(bulletinInput, request.body)
    const problems = checkBulletin(bulletin, content().knowledge, now())
    response.json({
      // What is not written yet is no mistake.
      problems: problems.filter(({ field }) => field !== 'text' || bulletin.text !== ''),
      preview: await show(bulletin),
    })
  })

  router.get('/:id/preview', requireRole('viewer'), async (request, response) => {
    const found = await bulletinTable(kysely, dialect).read(readId(request))
    if (!found) throw new Refusal(404, 'Không có thông báo này. Hãy tải lại trang.', 'gone')
    response.json({ preview: await show(found) })
  })

  router.post('/', requireRole('editor'), async (request, response) => {
    const bulletin = readInput(bulletinInput, request.body)
    refuseBroken(bulletin)
    const account = signedIn(response)
    const id = await kysely.transaction().execute(async (transaction) => {
      await refuseTooFew(transaction, account.id)
      const asked = await bulletinTable(transaction, dialect).ask(bulletin, account, now())
      await auditTable(transaction, now).note({
        ...{ account, action: 'urgent.ask', subject: toSubject(asked, bulletin) },
        detail: [bulletin.text, bulletin.link].filter(Boolean).join(' '),
      })
      return asked
    })
    response.status(201).json({ id })
  })

  router.post('/:id/approve', requireRole('approver'), async (request, response) => {
    const id = readId(request)
    let became: BulletinApproval = 'counted'
    await change(response, id, async (table, found) => {
      // What may be linked to, and which entries there are, may have changed since it was written.
      if (found.state === 'asked' && found.endsAt > now()) refuseBroken(found)
      const before = (await table.readOut(now())).find(({ topic }) => topic === found.topic)
      became = await table.approve(id, signedIn(response), now())
      if (became !== 'out' && became !== 'counted') throw new Refusal(409, REFUSED[became], became)
      const by = `người viết: ${found.author}`
      if (became === 'counted') return { action: 'urgent.approve', detail: by }
      const detail = before ? `${by}; thay số ${before.id}` : by
      return { action: 'urgent.publish', detail }
    })
    response.json({ became })
  })

  router.post('/:id/reject', requireRole('approver'), async (request, response) => {
    const { reason } = readInput(reasonInput, request.body)
    const how = { from: 'asked', to: 'rejected', action: 'urgent.reject', reason } as const
    await close(response, readId(request), how)
    response.json({})
  })

  router.post('/:id/withdraw', requireRole('editor'), async (request, response) => {
    const id = readId(request)
    const found = await bulletinTable(kysely, dialect).read(id)
    if (found && found.authorId !== signedIn(response).id) {
      throw new Refusal(409, 'Chỉ người viết rút lại được; người duyệt thì từ chối.', 'own')
    }
    const how = { from: 'asked', to: 'withdrawn', action: 'urgent.withdraw', reason: '' } as const
    await close(response, id, how)
    response.json({})
  })

  router.post('/:id/end', requireRole('approver'), async (request, response) => {
    const { reason } = readInput(reasonInput, request.body)
    const how = { from: 'out', to: 'ended', action: 'urgent.end', reason } as const
    await close(response, readId(request), how)
    response.json({})
  })

  function show(bulletin: Omit<Bulletin, 'id'>) {
    // What is over or not yet right is shown as well.
    const endsAt = Math.max(bulletin.endsAt, now() + 1)
    return previewBulletin(content(), { ...bulletin, endsAt }, { out: current(), now: now() })
  }

  return router
}

/** @throws {Refusal} 409 where nobody could ever let out what this person writes */
async function refuseTooFew(db: Kysely<Schema>, authorId: number): Promise<void> {
  const others = [...(await findApprovers(db))].filter((id) => id !== authorId).length
  if (others >= APPROVALS_NEEDED) return
  throw new Refusal(
    409,
    `Cần ${APPROVALS_NEEDED} người khác có quyền duyệt, hiện có ${others}. Hãy nhờ quản trị viên mời thêm người.`,
    'lacking',
  )
}

function toSubject(id: number, { topic }: Pick<Bulletin, 'topic'>): string {
  return topic === null ? `số ${id}, trên mọi câu trả lời` : `số ${id}, thay mục ${topic}`
}
