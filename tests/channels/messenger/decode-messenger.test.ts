import { MessengerAdapter } from '../../../src/channels/messenger/messenger-adapter'
import { toMetadata } from '../../../src/channels/messenger/metadata'
import {
  messengerCall,
  messengerEcho,
  messengerWebhook,
  toMetaJson,
} from '../../stand-ins/messenger-webhooks'
import { toRequest } from '../to-request'
import { SETTINGS } from './messenger-fixture'

const adapter = new MessengerAdapter(SETTINGS)
const [secret] = SETTINGS.appSecrets
const person = { sender: { id: '2000002' }, recipient: { id: '1000001' } }

const receive = (...items: unknown[]) => adapter.receive(toRequest(messengerWebhook(items, secret)))
const receiveBody = (body: string) => adapter.receive(toRequest(messengerCall(body, secret)))
const attached = (...attachments: unknown[]) => ({ message: { mid: 'm_1', attachments } })
const media = (type: string) => attached({ type, payload: { url: 'https://cdn.example/secret' } })
const kinds = (...contentTypes: string[]) => ({
  type: 'message',
  text: '',
  attachments: contentTypes.map((contentType) => ({ contentType })),
})
const newcomer = { type: 'conversationUpdate', membersAdded: [{ id: '2000002' }] }
const ref = { ref: 'table_12', source: 'SHORTLINK', type: 'OPEN_THREAD' }

describe('an item becomes an activity', () => {
  test.each<[string, object, object]>([
    [
      'a text',
      { message: { mid: 'm_1', text: 'Còn hàng không?' } },
      { type: 'message', text: 'Còn hàng không?' },
    ],
    [
      'a quick reply',
      { message: { mid: 'm_1', text: 'Menu', quick_reply: { payload: 'command:menu' } } },
      { type: 'message', text: 'Menu', value: 'command:menu' },
    ],
    [
      'a reply to an earlier message',
      { message: { mid: 'm_1', text: 'cái này', reply_to: { mid: 'm_out9' } } },
      { type: 'message', text: 'cái này' },
    ],
    [
      'a command of the page’s list',
      { message: { mid: 'm_1', text: '/menu', commands: [{ name: 'menu' }] } },
      { type: 'message', text: '/menu', value: 'command:menu' },
    ],
    [
      'a tap on a button',
      { postback: { mid: 'm_1', title: 'Kích hoạt', payload: 'flow:activate-account' } },
      { type: 'message', text: 'Kích hoạt', value: 'flow:activate-account' },
    ],
    [
      'a tap on a button of which only the title is given',
      { postback: { mid: 'm_1', title: 'Kích hoạt' } },
      { type: 'message', text: 'Kích hoạt' },
    ],
    [
      'Get Started',
      { postback: { mid: 'm_1', title: 'Get Started', payload: 'GET_STARTED' } },
      { ...newcomer, value: 'GET_STARTED' },
    ],
    [
      'Get Started from a link',
      { postback: { mid: 'm_1', title: 'x', payload: 'command:start', referral: ref } },
      { ...newcomer, value: 'ref:table_12' },
    ],
    [
      'Get Started from a link with a ref that is not ours',
      { postback: { mid: 'm_1', payload: 'command:start', referral: { ref: 'a b<c>' } } },
      { ...newcomer, value: 'command:start' },
    ],
    [
      'a link into a known conversation',
      { referral: ref },
      { type: 'event', name: 'referral', value: 'ref:table_12' },
    ],
    ['a picture', media('image'), kinds('image/*')],
    ['a voice message', media('audio'), kinds('audio/*')],
    ['a video', media('video'), kinds('video/*')],
    ['a file', media('file'), kinds('application/octet-stream')],
    ['a place', media('location'), kinds('application/vnd.loa.location')],
    ['a reel', media('reel'), kinds('text/uri-list')],
    ['a share without a payload', attached({ type: 'fallback' }), kinds('text/uri-list')],
    ['a kind of tomorrow', media('hologram'), kinds('application/octet-stream')],
    [
      'a kind that is a word of JavaScript',
      media('constructor'),
      kinds('application/octet-stream'),
    ],
    [
      'an album',
      attached({ type: 'image', payload: {} }, { type: 'image', payload: {} }),
      kinds('image/*', 'image/*'),
    ],
    [
      'a sticker of before June 2026',
      attached({ type: 'image', payload: { url: 'https://x', sticker_id: 369239263222822 } }),
      kinds('application/vnd.loa.sticker'),
    ],
    [
      'a sticker of summer 2026, which comes twice',
      attached(
        { type: 'sticker', payload: { sticker_id: '369239263222822' } },
        { type: 'image', payload: { url: 'https://x', sticker_id: 369239263222822 } },
      ),
      kinds('application/vnd.loa.sticker'),
    ],
    ['a sticker of today', media('sticker'), kinds('application/vnd.loa.sticker')],
    ['a message that is empty', { message: { mid: 'm_1' } }, kinds('application/octet-stream')],
    [
      'a text with the preview of its link',
      {
        message: { mid: 'm_1', text: 'https://vneid.gov.vn', attachments: [{ type: 'fallback' }] },
      },
      { type: 'message', text: 'https://vneid.gov.vn' },
    ],
    [
      'a text with a picture',
      { message: { mid: 'm_1', text: 'đây ạ', attachments: [{ type: 'image' }] } },
      { ...kinds('image/*'), text: 'đây ạ' },
    ],
  ])('%s', (_, item, activity) => {
    const { status, events, ignored } = receive({ ...person, timestamp: 1790000000100, ...item })
    expect({ status, ignored }).toEqual({ status: 200, ignored: [] })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      channel: 'messenger',
      conversation: 'messenger:1000001:2000002',
      occurredAt: 1790000000100,
      activity: { ...activity, from: { id: '2000002' }, recipient: { id: '1000001' } },
    })
    const hasAttachments = 'attachments' in activity
    expect(events[0]?.activity.attachments).toEqual(
      hasAttachments ? activity.attachments : undefined,
    )
    expect(JSON.stringify(events)).not.toContain('cdn.example')
  })

  test('a message with the link that led to it is both', () => {
    const message = { mid: 'm_1', text: 'xin chào', referral: ref }
    const { events } = receive({ ...person, timestamp: 1790000000100, message })
    expect(events.map(({ eventId, activity }) => [eventId, activity.type])).toEqual([
      ['m_1:referral', 'event'],
      ['m_1', 'message'],
    ])
  })

  test('a tap on an ice breaker with the link that led to it is both', () => {
    const postback = { mid: 'm_1', title: 'Xem', payload: 'topic:a', referral: ref }
    const { events } = receive({ ...person, timestamp: 1790000000100, postback })
    expect(events.map(({ activity }) => activity.value)).toEqual(['ref:table_12', 'topic:a'])
  })
})

describe('an item is ignored and counted', () => {
  test.each<[string, object]>([
    ['delivery', { delivery: { mids: ['m_out1'], watermark: 1790000001250 } }],
    ['delivery', { delivery: { watermark: 1790000001250 } }],
    ['read', { read: { watermark: 1790000001390 } }],
    ['reaction', { reaction: { reaction: 'love', emoji: '❤', action: 'react', mid: 'm_out1' } }],
    ['message_edit', { message_edit: { mid: 'm_t1', text: 'sửa lại', num_edit: 1 } }],
    ['message_deleted', { message: { mid: 'm_1', is_deleted: true } }],
    ['optin', { optin: { ref: 'r1', user_ref: 'u1' } }],
    ['optin', { optin: { type: 'notification_messages' } }],
    ['handover_request', { request_thread_control: { requested_owner_app_id: '2639020374309' } }],
    ['app_roles', { sender: undefined, app_roles: { '700000000000001': ['primary_receiver'] } }],
    ['cart', { send_cart: { items: [] } }],
    ['account_linking', { account_linking: { status: 'linked' } }],
    ['lead', { type: 'LEAD_COMPLETE', timestamp: 1790000000, hop_context: [] }],
    ['referral_without_ref', { referral: { source: 'ADS', ad_id: '1' } }],
    ['referral_without_ref', { referral: { ref: 'x'.repeat(201) } }],
    ['empty_postback', { postback: { mid: 'm_1' } }],
    ['no_sender', { sender: { user_ref: 'u1' }, message: { mid: 'm_1', text: 'xin chào' } }],
    ['echo', { message: { is_echo: true, metadata: 'out:8f1c', mid: 'm_1', text: 'dạ' } }],
    ['echo', { message: { is_echo: true, metadata: 'loa:', mid: 'm_1', text: 'dạ' } }],
    ['unknown_event', { brand_new: {} }],
  ])('%s: %j', (name, item) => {
    expect(receive({ ...person, timestamp: 1790000001300, ...item })).toMatchObject({
      status: 200,
      events: [],
      confirmations: [],
      handovers: [],
      alerts: [],
      ignored: [name],
    })
  })

  test.each<[string, object | number]>([
    ['standby', { object: 'page', entry: [{ id: '1', standby: [{ message: { text: 'a' } }] }] }],
    ['page_change', { object: 'page', entry: [{ id: '1', changes: [{ field: 'feed' }] }] }],
    ['unknown_object', { object: 'instagram', entry: [] }],
    ['unknown_object', []],
    ['unknown_object', 3],
  ])('%s: %j', (name, body) => {
    expect(receiveBody(toMetaJson(body))).toMatchObject({
      status: 200,
      events: [],
      ignored: [name],
    })
  })

  test.each([{}, { entry: {} }, { entry: [null, {}, { messaging: null }] }])(
    'nothing at all: %j',
    (body) => {
      expect(receiveBody(toMetaJson({ object: 'page', ...body }))).toMatchObject({
        status: 200,
        events: [],
        ignored: [],
      })
    },
  )
})

describe('a conversation changes hands', () => {
  const control = (kind: string, previous: string | null, next: string | null) => ({
    [`${kind}_thread_control`]: { previous_owner_app_id: previous, new_owner_app_id: next },
  })
  const echo = (message: object) => ({
    sender: { id: '1000001' },
    recipient: { id: '2000002' },
    message: { is_echo: true, mid: 'm_1', text: 'dạ', ...message },
  })
  const inbox = '263902037430900'
  const own = '700000000000001'

  test.each<[string, string, object]>([
    ['staff', 'the inbox takes it', control('take', own, inbox)],
    ['staff', 'it is passed to the inbox', control('pass', own, inbox)],
    ['staff', 'another app takes it', control('take', own, '99')],
    ['staff', 'staff write in the page’s inbox', echo({ app_id: 263902037430900 })],
    ['staff', 'the inbox marks what staff write', echo({ app_id: inbox, metadata: 'x' })],
    ['staff', 'someone writes, by nobody knows which app', echo({})],
    ['staff', 'staff write in another vendor’s inbox', echo({ app_id: 111 })],
    ['bot', 'the inbox passes it to us', control('pass', inbox, own)],
    ['bot', 'it was nobody’s, and is passed to us', control('pass', null, own)],
    ['bot', 'we take it from the inbox', control('take', inbox, own)],
    ['bot', 'it is let go', control('pass', inbox, null)],
  ])('%s have it: %s', (holder, _, item) => {
    const { status, events, handovers, ignored } = receive({
      ...person,
      timestamp: 1790000001700,
      ...item,
    })
    expect({ status, events, ignored }).toEqual({
      status: 200,
      events: [],
      ignored: [`handover_to_${holder}`],
    })
    expect(handovers).toEqual([
      { conversation: 'messenger:1000001:2000002', holder, occurredAt: 1790000001700 },
    ])
  })

  test.each<[string, object]>([
    ['staff', control('take', inbox, '99')],
    ['staff', control('pass', inbox, '99')],
    ['bot', control('take', '99', own)],
  ])('%s have it for certain, where our app’s id is set: %j', (holder, item) => {
    const certain = new MessengerAdapter({ ...SETTINGS, appId: own })
    const call = messengerWebhook([{ ...person, timestamp: 1790000001700, ...item }], secret)
    expect(certain.receive(toRequest(call)).handovers).toMatchObject([{ holder }])
  })

  test('not by what our app sends in another way', () => {
    const certain = new MessengerAdapter({ ...SETTINGS, appId: own })
    const call = messengerWebhook([echo({ app_id: 700000000000001 })], secret)
    expect(certain.receive(toRequest(call))).toMatchObject({ handovers: [], ignored: ['echo'] })
  })

  test('not of a person who is not named', () => {
    const item = { ...control('take', own, inbox), sender: undefined }
    expect(receive({ ...person, ...item })).toMatchObject({
      handovers: [],
      ignored: ['handover_to_staff'],
    })
  })
})

test.each([
  ['block', 'policy_block'],
  ['warning', 'policy_warning'],
  ['something new', 'policy_other'],
])('what Meta does to the page is told to a person: %s', (action, alert) => {
  const item = { recipient: { id: '1000001' }, policy_enforcement: { action, reason: 'spam' } }
  expect(receive(item)).toMatchObject({
    events: [],
    alerts: [alert],
    ignored: ['policy_enforcement'],
  })
})

test('an echo of our own message confirms it', () => {
  const sent = {
    messageId: 'm_out_1',
    receivedAt: 1790000001200,
    body: { recipient: { id: '2000002' }, message: { text: 'Dạ', metadata: toMetadata(41) } },
  }
  expect(receive(messengerEcho(sent))).toMatchObject({
    events: [],
    confirmations: [{ outboxId: 41, platformMessageId: 'm_out_1' }],
    ignored: [],
  })
})

test('every item of every entry is read, of several pages', () => {
  const text = (mid: string, page: string) => ({
    sender: { id: '2000002' },
    recipient: { id: page },
    timestamp: 1790000000100,
    message: { mid, text: mid },
  })
  const body = {
    object: 'page',
    entry: [
      { id: '1', messaging: [text('m_1', '1'), { read: { watermark: 1 } }, text('m_2', '1')] },
      { id: '2', standby: [text('m_3', '2')] },
      { id: '3', messaging: [text('m_4', '3')] },
    ],
  }
  const { events, ignored } = receiveBody(toMetaJson(body))
  expect(events.map(({ conversation, eventId }) => `${conversation} ${eventId}`)).toEqual([
    'messenger:1:2000002 m_1',
    'messenger:1:2000002 m_2',
    'messenger:3:2000002 m_4',
  ])
  expect(ignored).toEqual(['read', 'standby'])
})

test.each<[string, unknown, number]>([
  ['milliseconds', 1790000000100, 1790000000100],
  ['seconds', 1790000000, 1790000000000],
  ['digits', '1790000000100', 1790000000100],
  ['nothing: the entry’s', undefined, 1790000000000],
  ['nonsense: the entry’s', 'soon', 1790000000000],
])('the time is read from %s', (_, timestamp, occurredAt) => {
  const { events } = receive({ ...person, timestamp, message: { mid: 'm_1', text: 'a' } })
  expect(events[0]?.occurredAt).toBe(occurredAt)
})

describe('an event without an id of the platform', () => {
  const idOf = (item: object) => receive({ ...person, ...item }).events[0]?.eventId
  const tap = { timestamp: 1790000000400, postback: { title: 'Xem', payload: 'topic:a' } }

  test('has the same id every time', () => {
    expect(idOf(tap)).toMatch(/^postback:[0-9a-f]{32}$/)
    expect(idOf(tap)).toBe(idOf({ ...tap }))
  })

  test.each([
    ['time', { ...tap, timestamp: 1790000000401 }],
    ['payload', { ...tap, postback: { title: 'Xem', payload: 'topic:b' } }],
    ['person', { ...tap, sender: { id: '2000003' } }],
    ['kind', { timestamp: tap.timestamp, message: { text: 'topic:a' } }],
  ])('has another id for another %s', (_, item) => {
    expect(idOf(item)).not.toBe(idOf(tap))
  })
})

test('ids that are numbers longer than a double keep every digit', () => {
  const body = `{"object":"page","entry":[{"messaging":[{"sender":{"id":24356639876691778517},
    "recipient":{"id":100000000000000001},"timestamp":1790000000100,"message":{"mid":"m_1","text":"a \\"12345678901234567 b"}}]}]}`
  const { events } = receiveBody(body)
  expect(events[0]?.conversation).toBe('messenger:100000000000000001:24356639876691778517')
})
