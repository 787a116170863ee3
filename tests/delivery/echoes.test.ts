import { acceptEvents } from '../../src/delivery/accept-events'
import { conversationTable } from '../../src/storage/conversation-table'
import { outboxTable } from '../../src/storage/outbox-table'
import { describeOnEachDatabase } from '../storage/databases'
import { addMessages, message, outboxRows } from './fixtures'

describeOnEachDatabase('an echo that has no reference of ours', (use) => {
  const show = (text: string, platformMessageId: string, person = 'an') =>
    acceptEvents(
      use.database,
      {
        events: [],
        confirmations: [{ conversation: `web:site:${person}`, platformMessageId, text }],
        handovers: [],
      },
      5,
    )
  const claim = () =>
    outboxTable(use.database.kysely, use.database.dialect).claimHeads('web', {
      now: 1,
      leaseMs: 10,
      limit: 1,
    })
  const statuses = async () => (await outboxRows(use.database)).map(({ status }) => status)

  test('confirms the message that is being sent, which is then not sent again', async () => {
    await addMessages(use.database, [message('một'), message('hai')], 0)
    await claim()
    await show(' một ', 'z1')
    expect(await outboxRows(use.database)).toMatchObject([
      { status: 'sent', platformMessageId: 'z1' },
      { status: 'pending', platformMessageId: null },
    ])
  })

  test('finds the text wherever the request has it', async () => {
    const payload = { request: { message: { text: 'một', attachment: {} } }, fallback: null }
    await addMessages(use.database, [{ ...message(''), payload }], 0)
    await claim()
    await show('một', 'z1')
    expect(await statuses()).toEqual(['sent'])
  })

  test('confirms nothing that was never sent, nor another text, nor another person’s', async () => {
    await addMessages(use.database, [message('một')], 0)
    await show('một', 'z1')
    await claim()
    await show('mộ', 'z2')
    await show('một', 'z3', 'binh')
    expect(await statuses()).toEqual(['pending'])
  })

  test('hands the conversation to staff, but not when it is ours', async () => {
    await addMessages(use.database, [message('một')], 0)
    await claim()
    const conversation = 'web:site:an'
    const showByStaff = (text: string, platformMessageId: string) =>
      acceptEvents(
        use.database,
        {
          events: [],
          confirmations: [{ conversation, platformMessageId, text }],
          handovers: [{ conversation, holder: 'staff', occurredAt: 1, platformMessageId }],
        },
        5,
      )
    const staffSince = () => conversationTable(use.database.kysely).readStaffSince(conversation)
    await showByStaff('một', 'z1')
    await showByStaff('một', 'z1')
    expect(await staffSince()).toBeNull()
    await showByStaff('hai', 'z2')
    expect(await staffSince()).toBe(5)
  })

  test('of what is known to be sent does not confirm the same text that follows it', async () => {
    await addMessages(use.database, [message('một'), message('một')], 0)
    await claim()
    await show('một', 'z1')
    await claim()
    await show('một', 'z1')
    expect(await statuses()).toEqual(['sent', 'pending'])
    await show('một', 'z2')
    expect(await statuses()).toEqual(['sent', 'sent'])
  })
})
