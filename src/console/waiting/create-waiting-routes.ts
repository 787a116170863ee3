import express, { type Response, type Router } from 'express'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { fillMessage } from '../../knowledge/messages'
import { auditTable } from '../../storage/audit-table'
import { conversationTable } from '../../storage/conversation-table'
import { type HelpRequest, helpRequestTable } from '../../storage/help-request-table'
import { inboxTable } from '../../storage/inbox-table'
import { outboxTable } from '../../storage/outbox-table'
import type { Schema } from '../../storage/schema'
import { requireRole } from '../people/require-role'
import { signedIn } from '../people/signed-in'
import { readId } from '../read-id'
import { readInput } from '../read-input'
import { Refusal } from '../refusal'
import { readReply } from './read-reply'
import { toTalk } from './to-talk'
import { toWaitingPerson } from './to-waiting-person'
import type { WaitingOptions } from './waiting-options'

const LISTED = 200
/** Messages of a conversation that are shown; what was said before is no help. */
const SHOWN = 100

const takeInput = z.object({ from: z.number().int().nullable().default(null) })
const replyInput = z.object({
  text: z.string().max(10_000),
  /** Our last message that was on the screen: nobody writes past a colleague, and nothing is sent twice. */
  seen: z.number().int(),
})

/** `/console/api/waiting`: people who asked for a person, and talking with them. */
export function createWaitingRoutes(options: WaitingOptions): Router {
  const { database, channels, texts, settings, onReplies, now } = options
  const { kysely, dialect } = database
  const router = express.Router()

  const gone = () => new Refusal(404, 'Người này không còn chờ nữa. Hãy tải lại danh sách.', 'gone')

  async function read(db: Kysely<Schema>, id: number): Promise<HelpRequest> {
    const request = await helpRequestTable(db).read(id)
    if (!request) throw gone()
    return request
  }

  /** Whose it is now where that is not who asks. */
  function refuseOthers({ takenBy }: HelpRequest, accountId: number): void {
    if (takenBy && takenBy.id !== accountId) {
      throw new Refusal(409, `${takenBy.name} đang trả lời người này.`, 'taken')
    }
  }

  /** One change of one request, with its line in the trail. */
  function change<Result>(
    response: Response,
    action: string,
    id: number,
    act: (db: Kysely<Schema>, request: HelpRequest) => Promise<Result>,
  ): Promise<Result> {
    const account = signedIn(response)
    return kysely.transaction().execute(async (transaction) => {
      const request = await read(transaction, id)
      const result = await act(transaction, request)
      const subject = `${request.channel} #${id}`
      await auditTable(transaction, now).note({ account, action, subject, detail: '' })
      return result
    })
  }

  /** Puts what staff or the bot says into the outbox, as a reply to the last that the person said. */
  async function say(db: Kysely<Schema>, request: HelpRequest, text: string, byStaff: boolean) {
    const { conversation, channel } = request
    const { person } = toTalk(await conversationTable(db).read(conversation, SHOWN))
    const spoken = channels.get(channel)
    if (!spoken || person === null) throw new Refusal(409, 'Chưa gửi được cho người này.')
    const messages = spoken.toMessages([{ type: 'message', text }], { conversation, person })
    const inboxId = await inboxTable(db, dialect).lastOf(conversation)
    await outboxTable(db, dialect).add(messages, { inboxId, now: now(), byStaff })
  }

  router.get('/', requireRole('viewer'), async (_request, response) => {
    const requests = await helpRequestTable(kysely).list(LISTED)
    response.json({ people: requests.map((request) => toWaitingPerson(request, options)) })
  })

  router.get('/:id', requireRole('viewer'), async (request, response) => {
    const found = await read(kysely, readId(request))
    const { items, lastReply } = toTalk(
      await conversationTable(kysely).read(found.conversation, SHOWN),
    )
    response.json({ person: toWaitingPerson(found, options), items, lastReply })
  })

  router.post('/:id/take', requireRole('editor'), async (request, response) => {
    const { from } = readInput(takeInput, request.body)
    await change(response, 'waiting.take', readId(request), async (db, found) => {
      const account = signedIn(response)
      const isTaken = await helpRequestTable(db).take(found.id, account, from)
      if (!isTaken) throw new Refusal(409, 'Người khác vừa nhận trả lời người này.', 'taken')
      const { conversation } = found
      const handover = { conversation, holder: 'staff', occurredAt: now() } as const
      await conversationTable(db).recordHandover(handover, now())
    })
    response.json({})
  })

  router.post('/:id/replies', requireRole('editor'), async (request, response) => {
    const { text, seen } = readInput(replyInput, request.body)
    const reply = readReply(text, settings().allowed_domains)
    await change(response, 'waiting.reply', readId(request), async (db, found) => {
      const account = signedIn(response)
      refuseOthers(found, account.id)
      const { closed } = toWaitingPerson(found, options)
      if (closed) throw new Refusal(409, closed, 'closed')
      // Also holds the row, so that of two at once the second sees what the first sent.
      const isMine = await helpRequestTable(db).take(found.id, account, found.takenBy?.id ?? null)
      if (!isMine) throw new Refusal(409, 'Người khác vừa nhận trả lời người này.', 'taken')
      const { conversation } = found
      const { lastReply } = toTalk(await conversationTable(db).read(conversation, SHOWN))
      if (lastReply !== seen) {
        throw new Refusal(409, 'Vừa có tin khác được gửi. Hãy xem lại rồi gửi.', 'seen')
      }
      const handover = { conversation, holder: 'staff', occurredAt: now() } as const
      await conversationTable(db).recordHandover(handover, now())
      await say(db, found, fillMessage(texts().staff.reply, { text: reply }), true)
    })
    onReplies()
    response.status(201).json({})
  })

  router.post('/:id/hand-back', requireRole('editor'), async (request, response) => {
    await change(response, 'waiting.hand_back', readId(request), async (db, found) => {
      refuseOthers(found, signedIn(response).id)
      const { conversation, takenBy, staffSince } = found
      await helpRequestTable(db).close(found.id)
      if (staffSince === null) return
      const handover = { conversation, holder: 'bot', occurredAt: now() } as const
      await conversationTable(db).recordHandover(handover, now())
      // Who was not answered here is not told that they were.
      const { closed } = toWaitingPerson(found, options)
      if (takenBy && !closed) await say(db, found, texts().staff.handed_back, false)
    })
    onReplies()
    response.json({})
  })

  return router
}
