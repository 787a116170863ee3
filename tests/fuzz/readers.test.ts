import fc from 'fast-check'
import { parsePayload } from '../../src/bot/payload'
import { parseJson, pick, pickText } from '../../src/channels/untrusted-json'
import { readTyped } from '../../src/flows/read-typed'
import { toQuestion } from '../../src/insights/to-question'
import { readCarryRef, readRef } from '../../src/knowledge/link'
import { cleanText, MAX_TEXT_LENGTH } from '../../src/safety/clean-text'
import { findScamSigns } from '../../src/safety/find-scam-signs'
import { redact } from '../../src/safety/redact'
import { renderProse } from '../../src/share/render-prose'
import { escapeHtml } from '../../src/text/escape-html'
import { readShortCode } from '../../src/text/short-code'
import { splitText } from '../../src/text/split-text'
import { toForm } from '../../src/text/to-form'
import { toSpoken } from '../../src/text/to-spoken'
import { HUGE, hostileText } from './hostile'
import { RUNS } from './runs'

const DOMAINS = ['vneid.gov.vn', 'hanoi.gov.vn', 'play.google.com']
/** What reads the text of a person or of an editor. */
const READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['redact', redact],
  ['findScamSigns', (text) => findScamSigns(text, DOMAINS)],
  ['parsePayload', parsePayload],
  ['readRef', readRef],
  ['readCarryRef', readCarryRef],
  ['readShortCode', (text) => readShortCode(text, 6)],
  ['an age', (text) => readTyped('age', text, '2026-11-25')],
  ['a day', (text) => readTyped('date', text, '2026-11-25')],
  ['yes or no', (text) => readTyped('yes-no', text, '2026-11-25')],
  ['toForm', toForm],
  ['toSpoken', (text) => toSpoken(text, {})],
  ['renderProse', renderProse],
  ['parseJson', parseJson],
  [
    'toQuestion',
    (text) =>
      toQuestion(
        { channel: 'web', activity: { type: 'message', text } },
        { kind: 'answer', topic: null, flow: null, outside: null, afterword: null },
        0,
      ),
  ],
]

test.each(READERS)('%s throws at nothing that is written', (_name, read) => {
  fc.assert(
    fc.property(hostileText, (text) => {
      read(cleanText(text))
    }),
    { numRuns: RUNS },
  )
})

describe.each(HUGE)('%s', (_name, text) => {
  test('is read by every reader', () => {
    const clean = cleanText(text)
    expect(clean.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH)
    for (const [, read] of READERS) read(clean)
  })
})

test('a cleaned text can be stored by every database, and is clean', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const clean = cleanText(text)
      expect(clean.length).toBeLessThanOrEqual(MAX_TEXT_LENGTH)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what PostgreSQL refuses
      expect(clean).not.toMatch(/\p{Surrogate}|\u0000|[\u202A-\u202E\u2066-\u2069]|\p{M}{5}/u)
      expect(cleanText(clean)).toBe(clean)
    }),
    { numRuns: RUNS },
  )
})

test('a masked text has no long number, whatever stands around it', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (before, after) => {
      const { text } = redact(cleanText(`${before} 001099012345 ${after}`))
      expect(text).not.toContain('001099012345')
    }),
    { numRuns: RUNS },
  )
})

test('escaped text opens no tag and ends no attribute', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/)
    }),
    { numRuns: RUNS },
  )
})

test('parts of a text are within the limit and lose no word', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 20, max: 300 }), (text, limit) => {
      const parts = splitText(cleanText(text), limit)
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit)
      expect(parts.join('').replace(/\s/g, '')).toBe(cleanText(text).replace(/\s/g, ''))
    }),
    { numRuns: RUNS },
  )
})

test('no JSON reaches the prototype of anything', () => {
  const keys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'text', 'polluted')
  const value = fc.dictionary(keys, fc.oneof(fc.dictionary(keys, fc.string()), fc.string()))
  fc.assert(
    fc.property(value, keys, keys, (json, first, second) => {
      const parsed = parseJson(`{"__proto__":{"polluted":1},"a":${JSON.stringify(json)}}`)
      pick(parsed, 'a', first, second)
      expect(pickText(parsed, 'constructor', 'name')).toBe('')
      expect(pick(parsed, 'polluted')).toBeUndefined()
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    }),
    { numRuns: RUNS },
  )
})
