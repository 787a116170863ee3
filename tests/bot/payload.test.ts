import fc from 'fast-check'
import { formatPayload, type Payload, parsePayload } from '../../src/bot/payload'

const id = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,2}$/)
const payload: fc.Arbitrary<Payload> = fc.oneof(
  fc.record({ kind: fc.constant('topic' as const), topic: id }),
  fc.record({ kind: fc.constant('flow' as const), flow: id }),
  fc.record({ kind: fc.constant('command' as const), command: fc.constantFrom('menu', 'human') }),
  fc.record({ kind: fc.constant('step' as const), flow: id, step: id, way: id }),
)

test('a payload comes back as it went, within every platform’s limit', () => {
  fc.assert(
    fc.property(payload, (sent) => {
      const written = formatPayload(sent)
      expect(written.length).toBeLessThanOrEqual(1000)
      expect(parsePayload(written)).toEqual(sent)
    }),
  )
})

test('anything else is none', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const read = parsePayload(value)
      if (read !== null) expect(formatPayload(read)).toBe(value)
    }),
  )
  for (const value of ['', 'topic:', 'command:rm -rf', 'step:a/b', 'topic:<script>', null, 7]) {
    expect(parsePayload(value)).toBeNull()
  }
})
