import fc from 'fast-check'
import { createPersonPasses } from '../../../src/channels/web/person-passes'
import { toBotItem, toPersonItem } from '../../../src/channels/web/transcript-item'
import { WebAdapter } from '../../../src/channels/web/web-adapter'
import { WebHub } from '../../../src/channels/web/web-hub'
import type { WebhookRequest } from '../../../src/channels/webhook'

const PERSON = 'AAAAAAAAAAAAAAAAAAAAAA'
const ID = '0123456789abcdef0123456789abcdef'
const passes = createPersonPasses(Buffer.alloc(32, 1))
const PASS = passes.toPass(PERSON)
const hub = new WebHub()
const adapter = new WebAdapter({
  hub,
  passes,
  publicUrl: 'https://loa.example.vn',
  now: () => 1_790_000_000_000,
})

function post(body: unknown, headers: WebhookRequest['headers'] = {}): WebhookRequest {
  return {
    method: 'POST',
    query: {},
    headers: {
      cookie: `loa_chat=${PASS}`,
      'content-type': 'application/json',
      host: '127.0.0.1:3978',
      ...headers,
    },
    rawBody: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  }
}

describe('whose call is believed', () => {
  const cases: { name: string; headers: WebhookRequest['headers']; status: number }[] = [
    { name: 'cookie and JSON', headers: {}, status: 200 },
    {
      name: 'JSON with a charset',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      status: 200,
    },
    {
      name: 'other cookies around',
      headers: { cookie: `a=b; loa_chat=${PASS}; c=d` },
      status: 200,
    },
    { name: 'our public origin', headers: { origin: 'https://loa.example.vn' }, status: 200 },
    {
      name: 'the origin of the host that was called',
      headers: { origin: 'http://127.0.0.1:3978' },
      status: 200,
    },
    { name: 'another site', headers: { origin: 'https://evil.example' }, status: 401 },
    { name: 'an opaque origin', headers: { origin: 'null' }, status: 401 },
    { name: 'no cookie', headers: { cookie: undefined }, status: 401 },
    { name: 'a cookie that is too short', headers: { cookie: 'loa_chat=abc' }, status: 401 },
    {
      name: 'a cookie with other characters',
      headers: { cookie: `loa_chat=${'!'.repeat(22)}.${'!'.repeat(22)}` },
      status: 401,
    },
    { name: 'an id without signature', headers: { cookie: `loa_chat=${PERSON}` }, status: 401 },
    {
      name: "another's signature",
      headers: { cookie: `loa_chat=${'B'.repeat(22)}.${PASS.split('.')[1]}` },
      status: 401,
    },
    {
      name: 'a signature of another key',
      headers: { cookie: `loa_chat=${createPersonPasses(Buffer.alloc(32, 2)).toPass(PERSON)}` },
      status: 401,
    },
    {
      name: 'a pass in the header',
      headers: { cookie: undefined, 'loa-pass': PASS },
      status: 200,
    },
    {
      name: 'a bad pass in the header, whatever the cookie',
      headers: { 'loa-pass': 'none' },
      status: 401,
    },
    {
      name: 'two different cookies',
      headers: { cookie: `loa_chat=${PASS}; loa_chat=${passes.toPass('B'.repeat(22))}` },
      status: 401,
    },
    {
      name: 'a form post',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      status: 401,
    },
    { name: 'plain text', headers: { 'content-type': 'text/plain' }, status: 401 },
  ]
  test.each(cases)('$name: $status', ({ headers, status }) => {
    const result = adapter.receive(post({ id: ID, text: 'xin chào' }, headers))
    expect(result.status).toBe(status)
    expect(result.events).toHaveLength(status === 200 ? 1 : 0)
  })
})

describe('what a call says', () => {
  test('a text becomes a message in the conversation of the cookie', () => {
    const [event] = adapter.receive(post({ id: ID, text: ' chip có theo dõi không ' })).events
    expect(event).toMatchObject({
      channel: 'web',
      eventId: `${PERSON}:${ID}`,
      conversation: `web:site:${PERSON}`,
      occurredAt: 1_790_000_000_000,
      activity: { type: 'message', text: 'chip có theo dõi không', from: { id: PERSON } },
    })
  })

  test('a button becomes a message with its title as text and its payload as value', () => {
    const [event] = adapter.receive(post({ id: ID, payload: 'topic:x', title: 'Xem' })).events
    expect(event?.activity).toMatchObject({ type: 'message', text: 'Xem', value: 'topic:x' })
  })

  test('a link by which someone comes is told with the opening, or alone where they were here before', () => {
    const activityOf = (body: object) =>
      adapter.receive(post({ id: ID, ...body })).events[0]?.activity
    expect(activityOf({ open: true, ref: 't_qr-fields' })).toMatchObject({
      type: 'conversationUpdate',
      value: 'ref:t_qr-fields',
    })
    expect(activityOf({ ref: 'g_fix-otp_ward_poster' })).toMatchObject({
      type: 'event',
      name: 'referral',
      value: 'ref:g_fix-otp_ward_poster',
    })
    for (const ref of ['', 'a b', '<b>', 'a'.repeat(201), 7]) {
      expect(adapter.receive(post({ id: ID, ref })).status).toBe(400)
    }
  })

  test('opening the chat is one event, however often it is told', () => {
    const opened = (id: string) => adapter.receive(post({ id, open: true })).events[0]
    expect(opened(ID)?.activity).toMatchObject({
      type: 'conversationUpdate',
      membersAdded: [{ id: PERSON }],
    })
    expect(opened(ID)?.eventId).toBe(opened('f'.repeat(32))?.eventId)
  })

  test('an ID number is masked before anyone stores it', () => {
    const [event] = adapter.receive(post({ id: ID, text: 'số của tôi là 001099012345' })).events
    expect(JSON.stringify(event)).not.toContain('001099012345')
  })

  test('a text of 2,000 characters is taken, a longer one gets 413', () => {
    expect(adapter.receive(post({ id: ID, text: 'a'.repeat(2000) })).status).toBe(200)
    const result = adapter.receive(post({ id: ID, text: 'a'.repeat(2001) }))
    expect(result).toMatchObject({ status: 413, events: [], ignored: ['text_too_long'] })
    expect(result.body).toContain('2000')
  })

  const malformed: { name: string; body: unknown }[] = [
    { name: 'broken JSON', body: '{"id":' },
    { name: 'nothing', body: '' },
    { name: 'null', body: 'null' },
    { name: 'no id', body: { text: 'a' } },
    { name: 'an id with other characters', body: { id: `${ID}:x`, text: 'a' } },
    { name: 'an empty text', body: { id: ID, text: '  ' } },
    { name: 'a text that is a number', body: { id: ID, text: 1 } },
    { name: 'a payload without title', body: { id: ID, payload: 'x' } },
    { name: 'an endless payload', body: { id: ID, payload: 'x'.repeat(301), title: 'x' } },
    { name: 'a key too many', body: { id: ID, text: 'a', from: 'someone else' } },
  ]
  test.each(malformed)('$name gets 400', ({ body }) => {
    expect(adapter.receive(post(body))).toMatchObject({
      status: 400,
      events: [],
      ignored: ['bad_body'],
    })
  })

  test('no body makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect([200, 400, 413]).toContain(adapter.receive(post(body)).status)
      }),
    )
  })
})

describe('what the bot says', () => {
  const to = { conversation: `web:site:${PERSON}`, person: PERSON }
  const actions = [
    { type: 'postBack', title: 'Thẻ có lợi gì?', value: 'topic:vneid-benefits' },
    { type: 'openUrl', title: 'Trang VNeID', value: 'https://vneid.gov.vn/' },
  ]

  test('text and buttons become one request', () => {
    const said = [{ type: 'message', text: 'Chào bác', suggestedActions: { actions, to: [] } }]
    expect(adapter.toMessages(said, to)).toEqual([
      {
        channel: 'web',
        conversation: to.conversation,
        payload: {
          text: 'Chào bác',
          buttons: [
            { title: 'Thẻ có lợi gì?', payload: 'topic:vneid-benefits' },
            { title: 'Trang VNeID', url: 'https://vneid.gov.vn/' },
          ],
        },
      },
    ])
  })

  test('an overlong text is cut into several, the buttons under the last', () => {
    const said = [
      { type: 'message', text: 'Câu. '.repeat(1000), suggestedActions: { actions, to: [] } },
    ]
    const items = adapter.toMessages(said, to).map(({ payload }) => toBotItem({ id: 1, payload }))
    expect(items.length).toBeGreaterThan(1)
    expect(items.map(({ buttons }) => buttons.length)).toEqual([...items.slice(1).map(() => 0), 2])
    expect(items.every(({ text }) => text.length <= adapter.limits.textLength)).toBe(true)
  })

  test('a message with nothing to show is not sent', () => {
    expect(adapter.toMessages([{ type: 'message' }, { type: 'typing' }], to)).toEqual([])
  })

  test('sending wakes the pages of that conversation, and no others', async () => {
    const woken: string[] = []
    const stop = hub.listen(to.conversation, () => woken.push('here'))
    const stopOther = hub.listen('web:site:other', () => woken.push('other'))
    const message = {
      ...to,
      channel: 'web',
      payload: { text: 'a', buttons: [] },
      id: 7,
      attempt: 1,
    }
    expect(await adapter.send(message)).toEqual({ platformMessageId: '7' })
    stop()
    stopOther()
    await adapter.send(message)
    expect(woken).toEqual(['here'])
  })
})

describe('the transcript', () => {
  test('a stored message of the person has the id that the page gave it', () => {
    const [event] = adapter.receive(post({ id: ID, text: 'xin chào' })).events
    expect(event && toPersonItem(event)).toEqual({
      id: ID,
      from: 'person',
      text: 'xin chào',
      buttons: [],
    })
  })

  test('opening the chat is nothing to show', () => {
    const [event] = adapter.receive(post({ id: ID, open: true })).events
    expect(event && toPersonItem(event)).toBeNull()
  })
})
