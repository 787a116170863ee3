import { decodeZalo } from '../../../src/channels/zalo/decode-zalo'
import { OA, zaloEcho, zaloStaffText, zaloText, zaloWebhook } from '../../stand-ins/zalo-webhooks'
import { toRequest } from '../to-request'
import { SIGNER } from './zalo-fixture'

const person = '2000000000000000002'
const decode = (event: Record<string, unknown>) => decodeZalo(toRequest(zaloWebhook(event, SIGNER)))

const sent = (name: string, message: object) => ({
  event_name: `user_send_${name}`,
  sender: { id: person },
  recipient: { id: OA },
  message: { msg_id: '96d3', ...message },
})
const attached = (name: string, payload: object, text?: string) =>
  sent(name, { ...(text ? { text } : {}), attachments: [{ type: name, payload }] })
const kind = (contentType: string, text = '') => ({
  type: 'message',
  text,
  attachments: [{ contentType }],
})
const url = 'https://f1.example.zdn.vn/secret'

describe('an event becomes an activity', () => {
  test.each<[string, Record<string, unknown>, object]>([
    ['a text', sent('text', { text: 'Xin chào' }), { type: 'message', text: 'Xin chào' }],
    [
      'a reply to an earlier message',
      sent('text', { text: 'cái này', quote_msg_id: 'aa01' }),
      { type: 'message', text: 'cái này' },
    ],
    [
      'a tap on a button',
      sent('text', { text: '#loa:flow:activate-account' }),
      { type: 'message', text: '', value: 'flow:activate-account' },
    ],
    ['a hashtag', sent('text', { text: '#loa' }), { type: 'message', text: '#loa' }],
    ['our mark alone', sent('text', { text: '#loa: ' }), { type: 'message', text: '#loa: ' }],
    ['a text that is empty', sent('text', {}), kind('application/octet-stream')],
    ['a picture', attached('image', { thumbnail: url, url }), kind('image/*')],
    ['a picture with words', attached('image', { url }, 'đây ạ'), kind('image/*', 'đây ạ')],
    ['a moving picture', attached('gif', { url }), kind('image/*')],
    ['a link', attached('link', { url, description: url }), kind('text/uri-list')],
    [
      'a link with words',
      attached('link', { url: 'https://vneid.gov.vn' }, 'https://vneid.gov.vn'),
      { type: 'message', text: 'https://vneid.gov.vn' },
    ],
    ['a voice message', attached('audio', { url }), kind('audio/*')],
    ['a video', attached('video', { url, description: url }), kind('video/*')],
    [
      'a sticker',
      attached('sticker', { url, id: '2772f1cd' }),
      kind('application/vnd.loa.sticker'),
    ],
    [
      'a place',
      attached('location', { coordinates: { latitude: '10.77', longitude: '106.70' } }, 'secret'),
      kind('application/vnd.loa.location'),
    ],
    [
      'a file',
      attached('file', { url, name: 'secret.pdf', checksum: 'secret' }),
      kind('application/octet-stream'),
    ],
    [
      'a business card',
      attached('business_card', { description: '{"phone":"secret","qrCodeUrl":"secret"}' }),
      kind('text/uri-list'),
    ],
    ['a picture of which nothing is given', sent('image', {}), kind('image/*')],
    [
      'a new follower',
      { event_name: 'follow', oa_id: OA, follower: { id: person }, source: 'oa_profile' },
      { type: 'conversationUpdate', membersAdded: [{ id: person, name: '' }] },
    ],
    [
      'the chat-now button',
      { event_name: 'user_click_chatnow', oa_id: OA, user_id: person },
      { type: 'conversationUpdate', membersAdded: [{ id: person, name: '' }] },
    ],
  ])('%s', (_, event, activity) => {
    const { status, activities, ignored } = decode(event)
    expect({ status, ignored }).toEqual({ status: 200, ignored: [] })
    expect(activities).toMatchObject([{ account: OA, person, occurredAt: 1760000000123 }])
    expect(activities[0]?.activity).toEqual(activity)
    expect(JSON.stringify(activities)).not.toMatch(/secret|10\.77/)
  })

  test('an album is as many pictures', () => {
    const image = { type: 'image', payload: { url } }
    const [decoded] = decode(sent('image', { attachments: [image, image] })).activities
    expect(decoded?.activity.attachments).toHaveLength(2)
  })
})

describe('an event is ignored and counted', () => {
  test.each<[string, Record<string, unknown>]>([
    ['unfollow', { event_name: 'unfollow', oa_id: OA, follower: { id: person } }],
    ['receipt', { event_name: 'user_seen_message', message: { msg_ids: ['aa01'] } }],
    ['receipt', { event_name: 'user_received_message', message: { msg_id: 'aa01' } }],
    ['reaction', { event_name: 'user_reacted_message', message: { react_icon: '/-heart' } }],
    ['reaction', { event_name: 'oa_reacted_message' }],
    ['shared_info', { event_name: 'user_submit_info', info: { name: 'A', phone: '84900000000' } }],
    ['shared_info', { event_name: 'user_submit_info', info: { full_address: { user_city: '…' } } }],
    ['echo', { event_name: 'oa_send_template' }],
    ['echo', { event_name: 'oa_send_action', sender: { id: OA }, recipient: { id: person } }],
    ['echo', { event_name: 'oa_send_group_text' }],
    ['anonymous', { event_name: 'anonymous_send_text', message: { conversation_id: 'c' } }],
    ['echo', { event_name: 'oa_send_anonymous_text' }],
    ['group', { event_name: 'user_send_group_text', message: { text: 'a' } }],
    ['group', { event_name: 'user_join_group' }],
    ['group', { event_name: 'add_group_admin' }],
    ['customer_data', { event_name: 'add_user_to_tag', tag: { user_ids: [person] } }],
    ['customer_data', { event_name: 'remove_tag' }],
    ['customer_data', { event_name: 'update_user_info' }],
    ['no_sender', { event_name: 'user_withdraw', user_id: person }],
    ['widget', { event_name: 'widget_interaction_accepted', data: { user_id: person } }],
    ['call', { event_name: 'oa_send_consent' }],
    ['call', { event_name: 'user_reply_consent' }],
    ['call', { event_name: 'user_call_oa' }],
    ['call', { event_name: 'oa_call_user' }],
    ['template', { event_name: 'change_template_status' }],
    ['template', { event_name: 'event_journey_time_out' }],
    ['other', { event_name: 'user_feedback' }],
    ['other', { event_name: 'shop_has_order' }],
    ['unknown_event', { event_name: 'user_dances' }],
    ['unknown_event', { event_name: 'constructor' }],
    ['unknown_event', { event_name: '' }],
    ['unknown_event', {}],
    ['no_sender', { event_name: 'user_send_text', message: { text: 'a', msg_id: 'b' } }],
    ['no_sender', { event_name: 'follow', oa_id: OA }],
    ['no_sender', { event_name: 'follow', follower: { id: person } }],
  ])('%s: %j', (name, event) => {
    expect(decode(event)).toMatchObject({
      status: 200,
      activities: [],
      confirmations: [],
      ignored: [name],
    })
  })

  test('a form that was filled in leaves nothing of what it holds, in either shape', () => {
    const shapes = [
      { name: 'secret', phone: '84secret', address: 'secret', city: 'secret', ward: 'secret' },
      {
        name: 'secret',
        phone: '84secret',
        user_dob: 'secret',
        gender: 'secret',
        full_address: { user_city: 'secret', user_ward: 'secret', user_address: 'secret' },
      },
    ]
    const place = { sender: { id: person }, recipient: { id: OA } }
    for (const info of shapes) {
      const decoded = decode({ event_name: 'user_submit_info', ...place, info })
      expect(decoded).toMatchObject({ activities: [], ignored: ['shared_info'] })
      expect(JSON.stringify(decoded)).not.toContain('secret')
    }
  })
})

describe('a message of the account itself', () => {
  const sentBy = (message: Record<string, unknown>) => ({
    messageId: 'zalo-out-1',
    receivedAt: 1760000007000,
    oaId: OA,
    body: { recipient: { user_id: person }, message },
  })
  const echo = { account: OA, person, platformMessageId: 'zalo-out-1', text: 'Dạ' }

  test.each([
    ['a text', { text: 'Dạ' }],
    ['a text with buttons', { text: 'Dạ', attachment: { type: 'template' } }],
  ])('that came by the API may be ours: %s', (_, message) => {
    expect(decode(zaloEcho(sentBy(message)))).toMatchObject({
      activities: [],
      echoes: [echo],
      handovers: [],
      ignored: ['echo'],
    })
  })

  test('that staff typed hands them the conversation, unless it turns out to be ours', () => {
    const decoded = decode(zaloStaffText('Dạ', { msgId: 'aa01', person }))
    expect(decoded).toMatchObject({
      activities: [],
      echoes: [{ ...echo, platformMessageId: 'aa01' }],
      handovers: [
        {
          account: OA,
          person,
          holder: 'staff',
          occurredAt: 1760000000123,
          platformMessageId: 'aa01',
        },
      ],
      ignored: ['staff_message'],
    })
  })

  test.each(['image', 'gif', 'list', 'file', 'sticker', 'link', 'video', 'carousel'])(
    'that staff sent hands over whatever it is: %s',
    (kind) => {
      const event = { ...zaloStaffText('', { msgId: 'aa02' }), event_name: `oa_send_${kind}` }
      expect(decode(event).handovers).toHaveLength(1)
    },
  )

  test.each(['oa_send_group_text', 'oa_send_anonymous_text', 'oa_send_consent'])(
    'of another kind hands nothing over: %s',
    (event_name) => {
      const { handovers, echoes } = decode({
        ...zaloStaffText('a', { msgId: 'aa03' }),
        event_name,
      })
      expect([handovers ?? [], echoes ?? []]).toEqual([[], []])
    },
  )
})

describe('a person who withdraws', () => {
  test.each<[string, Record<string, unknown>]>([
    ['as in follow', { oa_id: OA, follower: { id: person } }],
    ['as in the chat-now button', { oa_id: OA, user_id: person }],
    ['as in a message', { sender: { id: person }, recipient: { id: OA } }],
  ])('is forgotten, wherever the ids stand: %s', (_, ids) => {
    const { activities, ignored } = decode({ event_name: 'user_withdraw', ...ids })
    expect(activities).toMatchObject([{ account: OA, person }])
    expect(activities[0]?.activity).toEqual({ type: 'event', name: 'erase' })
    expect(ignored).toEqual([])
  })

  test('without ids is an alert: someone must see to it', () => {
    expect(decode({ event_name: 'user_withdraw' }).alerts).toEqual(['user_withdraw_incomplete'])
  })
})

describe('the id of an event', () => {
  const idOf = (event: Record<string, unknown>) => decode(event).activities[0]?.eventId
  const follow = {
    event_name: 'follow',
    oa_id: OA,
    follower: { id: person },
    timestamp: '1760000003000',
  }

  test('is Zalo’s where there is one', () => {
    expect(idOf(zaloText('xin chào', { msgId: '96d3cdf3af15046aa01' }))).toBe('96d3cdf3af15046aa01')
  })

  test('is else the same for every delivery', () => {
    expect(idOf(follow)).toMatch(/^follow:[0-9a-f]{32}$/)
    expect(idOf({ ...follow })).toBe(idOf(follow))
  })

  test.each([
    ['time', { ...follow, timestamp: '1760000003001' }],
    ['person', { ...follow, follower: { id: '2000000000000000003' } }],
    ['account', { ...follow, oa_id: '3000000000000000004' }],
  ])('is another for another %s', (_, event) => {
    expect(idOf(event)).not.toBe(idOf(follow))
  })
})
