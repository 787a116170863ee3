import { decodeZaloBot } from '../../../src/channels/zalo-bot/decode-zalo-bot'
import {
  PERSON,
  zaloBotCall,
  zaloBotUpdate,
  zaloBotWebhook,
} from '../../stand-ins/zalo-bot-webhooks'
import { toRequest } from '../to-request'
import { SETTINGS } from './zalo-bot-fixture'

const decode = (update: unknown) =>
  decodeZaloBot(toRequest(zaloBotWebhook(update, SETTINGS.secret)))
const decodeBare = (update: unknown) =>
  decodeZaloBot(toRequest(zaloBotCall(JSON.stringify(update), SETTINGS.secret)))

const url = 'https://f1.example.zdn.vn/secret'
const kind = (contentType: string, text = '') => ({
  type: 'message',
  text,
  attachments: [{ contentType }],
})

describe('an event becomes an activity', () => {
  test.each<[string, ReturnType<typeof zaloBotUpdate>, object]>([
    ['a text', zaloBotUpdate('text', { text: 'Xin chào' }), { type: 'message', text: 'Xin chào' }],
    [
      'a number, which may choose a button',
      zaloBotUpdate('text', { text: '2' }),
      { type: 'message', text: '2' },
    ],
    ['a text that is empty', zaloBotUpdate('text', { text: '' }), kind('application/octet-stream')],
    ['a picture', zaloBotUpdate('image', { photo: url }), kind('image/*')],
    ['a picture by its other name', zaloBotUpdate('image', { photo_url: url }), kind('image/*')],
    [
      'a picture with words',
      zaloBotUpdate('image', { photo: url, caption: 'đây ạ' }),
      kind('image/*', 'đây ạ'),
    ],
    [
      'a sticker',
      zaloBotUpdate('sticker', { sticker: 'secret', url }),
      kind('application/vnd.loa.sticker'),
    ],
    ['a voice message', zaloBotUpdate('voice', { voice_url: url }), kind('audio/*')],
    ['what is withheld', zaloBotUpdate('unsupported', {}), kind('application/octet-stream')],
  ])('%s, wrapped or bare', (_, update, activity) => {
    for (const decoded of [decode(update), decodeBare(update)]) {
      const { status, activities, ignored } = decoded
      expect({ status, ignored }).toEqual({ status: 200, ignored: [] })
      expect(activities).toEqual([
        {
          eventId: '2d758cb5e222177aaa01',
          account: 'bot',
          person: PERSON,
          occurredAt: 1760000000123,
          activity,
        },
      ])
      expect(JSON.stringify(activities)).not.toMatch(/secret|Ted/)
    }
  })

  test('whose conversation says no kind is one of a person alone', () => {
    const update = zaloBotUpdate('text', { text: 'a', chat: { id: PERSON } })
    expect(decode(update).activities).toMatchObject([{ person: PERSON }])
  })
})

describe('an event is ignored and counted', () => {
  const text = (message: object) => zaloBotUpdate('text', { text: 'a', ...message })

  test.each<[string, unknown]>([
    ['group', text({ chat: { id: 'a1', chat_type: 'GROUP' } })],
    ['group', zaloBotUpdate('image', { chat: { id: 'a1', chat_type: 'GROUP' } })],
    ['group', text({ chat: { id: 'a1', chat_type: 'CHANNEL' } })],
    ['echo', text({ from: { id: 'b1', is_bot: true } })],
    ['no_sender', text({ chat: {} })],
    ['no_sender', { event_name: 'message.text.received' }],
    ['unknown_event', zaloBotUpdate('dance', {})],
    ['unknown_event', { event_name: 'constructor', message: {} }],
    ['unknown_event', { message: { text: 'a' } }],
    ['unknown_event', {}],
    ['unknown_event', [zaloBotUpdate('text', { text: 'a' })]],
    ['unknown_event', null],
  ])('%s: %j', (name, update) => {
    for (const decoded of [decode(update), decodeBare(update)]) {
      expect(decoded).toMatchObject({ status: 200, activities: [], ignored: [name] })
    }
  })
})

describe('the id of an event', () => {
  const idOf = (message: object) =>
    decode(zaloBotUpdate('text', { text: 'a', ...message })).activities[0]?.eventId
  const without = { message_id: undefined }

  test('is the platform’s where there is one', () => {
    expect(idOf({ message_id: '96d3cdf3af15046aa01' })).toBe('96d3cdf3af15046aa01')
  })

  test('is else the same for every delivery', () => {
    expect(idOf(without)).toMatch(/^message\.text\.received:[0-9a-f]{32}$/)
    expect(idOf({ ...without })).toBe(idOf(without))
  })

  test.each([
    ['time', { date: 1760000000124 }],
    ['person', { chat: { id: 'a1', chat_type: 'PRIVATE' } }],
    ['text', { text: 'b' }],
  ])('is another for another %s', (_, message) => {
    expect(idOf({ ...without, ...message })).not.toBe(idOf(without))
  })
})
