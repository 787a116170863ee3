import { inspect } from 'node:util'
import type { Activity } from 'botbuilder-core'
import fc from 'fast-check'
import type { ChannelAdapter } from '../../src/channels/channel-adapter'
import type { OutboundMessage } from '../../src/delivery/outbound-message'
import { SendError, type SendPolicy } from '../../src/delivery/send-error'
import type { Fault } from '../stand-ins/fault-line'
import type { WebhookCall } from '../stand-ins/webhook-call'
import { toRequest } from './to-request'
import { testWebhook } from './webhook-contract'

/** What a channel gives to be tested as every other. */
export type ChannelFixture = {
  adapter: ChannelAdapter
  /** An id as the platform gives its people. */
  person: string
  /**
   * A signed call with a typed message.
   * @param at when it was written, in epoch milliseconds; any time by default
   */
  message(text: string, id: string, at?: number): WebhookCall
  /** A signed call that tells of a message of staff to the person, where the platform tells. */
  staffMessage?(id: string): WebhookCall
  /** A signed call with a tap on a button, where the platform has buttons. */
  tap?(payload: string, id: string): WebhookCall
  /** A signed call with any JSON, as far as the platform can sign it. */
  json(value: unknown): WebhookCall
  /** Keys that the platform's events have, for events that are almost right. */
  keys: string[]
  /** Characters that the platform takes of a text with buttons. */
  buttonTextLength: number
  /** A call with a body that is no JSON, signed where the platform can. */
  brokenJson: WebhookCall
  unknownEvent: WebhookCall
  /** What the platform would not take of a message in the outbox. */
  findProblems(message: OutboundMessage): unknown[]
  /** What the platform answers to a message, and the outbox's next step: one for each class that it has. */
  answers: [name: string, answer: Fault, code: string, policy: SendPolicy][]
  /** Settings that must be in no error, since errors come to the log. */
  secrets: readonly string[]
  /** The platform's stand-in. */
  platform: { received: unknown[]; failNext(fault: Fault): void; close(): Promise<void> }
}

/** What a platform may lack. */
export type Lacks = {
  /** It has no buttons: the fixture has no `tap`. */
  buttons?: true
  /** It sends a secret along, and a changed body cannot be told. */
  bodySignature?: true
  /** It does not tell of messages of staff: the fixture has no `staffMessage`. */
  staff?: true
}

/** The tests that every channel must pass, but for what its platform lacks. */
export function testChannel(
  name: string,
  start: () => Promise<ChannelFixture>,
  lacks: Lacks = {},
): void {
  describe(`${name}, as every channel,`, () => {
    let channel: ChannelFixture
    beforeAll(async () => {
      channel = await start()
    })
    afterAll(() => channel.platform.close())

    const receive = (call: WebhookCall) => channel.adapter.receive(toRequest(call))
    const tap = (payload: string, id: string) => {
      const call = channel.tap?.(payload, id)
      if (!call) throw new Error(`the fixture of ${name} has no tap`)
      return call
    }
    const say = (activity: Partial<Activity>) =>
      channel.adapter.toMessages([{ type: 'message', ...activity }], {
        conversation: `${name}:account:${channel.person}`,
        person: channel.person,
      })

    test('makes an event of a signed message', () => {
      const { status, events } = receive(channel.message('Chíp có theo dõi không? 😀', 'id-1'))
      expect(status).toBe(200)
      expect(events).toHaveLength(1)
      expect(events[0]).toMatchObject({
        channel: channel.adapter.channel,
        activity: { type: 'message', text: 'Chíp có theo dõi không? 😀', locale: 'vi-VN' },
      })
      expect(events[0]?.conversation).toMatch(
        new RegExp(`^${channel.adapter.channel}:[^:]+:${channel.person}$`),
      )
    })

    test('refuses a call that is unsigned, wrongly signed or changed', () => {
      const { rawBody, headers } = channel.message('xin chào', 'id-2')
      const [key = '', signature = ''] =
        Object.entries(headers).find(([header]) => header.startsWith('x-')) ?? []
      const wrong = signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
      const changed = Buffer.from(rawBody.toString().replace('xin', 'xim'))
      const calls = [
        { rawBody, headers: {} },
        { rawBody, headers: { [key]: '' } },
        { rawBody, headers: { [key]: wrong } },
        { rawBody, headers: { [key]: signature.slice(0, -2) } },
        ...(lacks.bodySignature ? [] : [{ rawBody: changed, headers }]),
      ]
      for (const call of calls) {
        expect(receive(call)).toMatchObject({
          status: 401,
          events: [],
          confirmations: [],
          ignored: ['bad_signature'],
        })
      }
    })

    test('answers broken JSON with 400 and changes nothing', () => {
      expect(receive(channel.brokenJson)).toMatchObject({
        status: 400,
        events: [],
        confirmations: [],
        ignored: ['broken_json'],
      })
    })

    test('acknowledges and counts an event that it does not know', () => {
      expect(receive(channel.unknownEvent)).toMatchObject({
        status: 200,
        events: [],
        ignored: ['unknown_event'],
      })
    })

    test('gives a repeated event the same id, and another event another', () => {
      const ids = [
        channel.message('xin chào', 'id-3'),
        channel.message('xin chào', 'id-3'),
        channel.message('xin chào', 'id-4'),
      ].map((call) => receive(call).events[0]?.eventId)
      expect(ids[0]).toBe(ids[1])
      expect(ids[0]).not.toBe(ids[2])
    })

    if (!lacks.buttons) {
      test('gives back the payload of a button', () => {
        const { events } = receive(tap('topic:chip-no-tracking', 'id-5'))
        expect(events).toHaveLength(1)
        expect(events[0]?.activity).toMatchObject({
          type: 'message',
          value: 'topic:chip-no-tracking',
        })
      })

      test('keeps no personal number of a payload', () => {
        const { events } = receive(tap('topic:001202012345', 'id-8'))
        expect(events).toHaveLength(1)
        expect(JSON.stringify(events)).not.toContain('001202012345')
      })
    }

    test('keeps no personal number of a text', () => {
      const stored = [
        channel.message('số căn cước của tôi là 001202012345', 'id-6'),
        channel.message('gọi tôi theo số 0912 345 678 nhé', 'id-7'),
      ].flatMap((call) => receive(call).events)
      expect(stored).toHaveLength(2)
      expect(JSON.stringify(stored)).not.toMatch(/001202012345|345 678/)
      expect(stored[0]?.activity.channelData).toEqual({ redacted: ['id-number'] })
    })

    test('throws at no JSON', () => {
      const almostRight = fc.dictionary(fc.constantFrom(...channel.keys), fc.jsonValue())
      const nested = fc.dictionary(fc.constantFrom(...channel.keys), almostRight)
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), almostRight, nested), (value) => {
          const result = receive(channel.json(value))
          expect([200, 401]).toContain(result.status)
          expect(result.ignored.length + result.events.length).toBeLessThan(50)
        }),
      )
    })

    test('says anything within the limits of the platform', () => {
      const button = fc.record({
        type: fc.constantFrom('postBack', 'openUrl'),
        title: fc.string({ unit: 'grapheme', maxLength: 150 }),
        value: fc.oneof(
          fc.string({ maxLength: 1200 }),
          fc.webUrl(),
          fc.constant('topic:chip-no-tracking'),
        ),
      })
      const text = fc.string({ unit: 'grapheme', maxLength: 3000, size: 'max' })
      const usable = (action: { type: string; value: string }) =>
        action.type === 'postBack' || /^https?:\/\/\S+$/.test(action.value)
      fc.assert(
        fc.property(text, fc.array(button.filter(usable), { maxLength: 20 }), (text, actions) => {
          const messages = say({
            text,
            suggestedActions: { actions: actions as never, to: [] },
          })
          expect(messages.flatMap(channel.findProblems)).toEqual([])
        }),
        { numRuns: 200 },
      )
    })

    test.each([0, 3, 5, 6, 14])('keeps every limit to the sign, with %i buttons', (count) => {
      const actions = Array.from({ length: count }, (_, index) => ({
        type: 'postBack',
        title: `${index} ${'x'.repeat(120)}`,
        value: `topic:${index}`,
      }))
      const tooMuch: number[] = []
      const { textLength } = channel.adapter.limits
      const around = (limit: number) => [limit - 1, limit, limit + 1]
      const lengths = [...around(channel.buttonTextLength), ...around(textLength)]
      for (let length = 1; length <= 2100; length += 50) lengths.push(length)
      for (const length of lengths) {
        const text = 'x'.repeat(length)
        const messages = say({ text, suggestedActions: { actions: actions as never, to: [] } })
        if (messages.some((message) => channel.findProblems(message).length > 0)) {
          tooMuch.push(length)
        }
      }
      expect(tooMuch).toEqual([])
    })

    test('cuts a long text into messages that hold all of it', () => {
      const sentences = Array.from({ length: 400 }, (_, index) => `Câu số ${index} có thế thôi.`)
      const messages = say({ text: sentences.join(' ') })
      expect(messages.length).toBeGreaterThan(1)
      expect(messages.flatMap(channel.findProblems)).toEqual([])
      const said = JSON.stringify(messages)
      expect(sentences.filter((sentence) => !said.includes(sentence))).toEqual([])
    })

    test('writes no text twice, and keeps the order of what it says', () => {
      const said: Partial<Activity>[] = ['một', 'hai', 'ba'].map((text) => ({
        type: 'message',
        text,
      }))
      const to = { conversation: `${name}:account:${channel.person}`, person: channel.person }
      const messages = channel.adapter.toMessages(said, to)
      expect(messages).toHaveLength(3)
      const places = ['một', 'hai', 'ba'].map((text) =>
        messages.findIndex((message) => JSON.stringify(message.payload).includes(text)),
      )
      expect(places).toEqual([0, 1, 2])
      expect(new Set(messages.map(({ conversation }) => conversation)).size).toBe(1)
    })

    test('says nothing where there is nothing to say', () => {
      expect(say({ text: '  ' })).toEqual([])
      expect(say({ type: 'trace', text: 'x' })).toEqual([])
    })

    test.each<[string, Fault, string, string]>([
      ['500', { status: 500 }, 'platform_down', 'retry'],
      ['503 with a page of HTML', { status: 503, body: '<html>' }, 'platform_down', 'retry'],
      ['429', { status: 429 }, 'rate_limited', 'retry'],
      ['a dropped connection', { reset: true }, 'network_error', 'retry'],
      ['200 that is not JSON', { status: 200, body: '<html>' }, 'unreadable_answer', 'retry'],
      ['403 without a word', { status: 403, body: '' }, 'credentials_refused', 'pause'],
      ['404 without a word', { status: 404, body: '' }, 'request_refused', 'refuse'],
    ])('knows what to do after %s', async (_, fault, code, policy) => {
      const [message] = say({ text: 'xin chào' })
      channel.platform.failNext(fault)
      const error = await channel.adapter
        .send({ ...(message as OutboundMessage), id: 7, attempt: 1 })
        .catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(SendError)
      expect(error).toMatchObject({ code, policy })
      expect(String((error as SendError).cause)).not.toContain('xin chào')
    })

    test('knows every class of the platform’s own answers', async () => {
      const [message] = say({ text: 'xin chào' })
      const policies: string[] = []
      for (const [name, answer, code, policy] of channel.answers) {
        channel.platform.failNext(answer)
        const error = await channel.adapter
          .send({ ...(message as OutboundMessage), id: 7, attempt: 1 })
          .catch((thrown: unknown) => thrown)
        expect({ name, error }).toMatchObject({ name, error: { code, policy } })
        policies.push(policy)
      }
      expect(new Set(policies)).toEqual(new Set(['retry', 'pause', 'refuse']))
    })

    test('tells no secret and no word of a message in an error', async () => {
      const [message] = say({ text: 'xin chào' })
      const quoting = JSON.stringify([...channel.secrets, message])
      for (const fault of [
        { status: 500, body: quoting },
        { status: 400, body: { error: 400, message: quoting } },
        { reset: true },
      ]) {
        channel.platform.failNext(fault)
        const error = await channel.adapter
          .send({ ...(message as OutboundMessage), id: 7, attempt: 1 })
          .catch((thrown: unknown) => thrown)
        const told = inspect(error, { depth: 10 })
        expect([...channel.secrets, 'xin chào'].filter((secret) => told.includes(secret))).toEqual(
          [],
        )
      }
    })

    test('sends what it renders, and gives the platform’s id', async () => {
      const before = channel.platform.received.length
      const actions = [
        { type: 'postBack', title: 'Xem tiếp', value: 'command:more' },
        { type: 'openUrl', title: 'Trang chủ', value: 'https://vneid.gov.vn' },
      ]
      for (const [index, message] of say({
        text: 'Dạ, không ạ. '.repeat(200),
        suggestedActions: { actions: actions as never, to: [] },
      }).entries()) {
        const receipt = await channel.adapter.send({ ...message, id: index + 1, attempt: 1 })
        expect(receipt.platformMessageId).toMatch(/./)
      }
      expect(channel.platform.received.length).toBeGreaterThan(before + 1)
    })

    describe('over HTTP', () => testWebhook(() => channel, lacks))
  })
}
