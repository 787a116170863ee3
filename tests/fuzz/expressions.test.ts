import { MAX_TEXT_LENGTH } from '../../src/safety/clean-text'
import { type Expression, findComposed, findLiterals } from './find-expressions'

/**
 * One that goes back and forth without end takes minutes or years; a sound one takes a few milliseconds, on a busy
 * machine a hundred.
 */
const ENDLESS_MS = 2_000

const expressions = new Map<string, Expression>()
for (const one of [...findLiterals(), ...findComposed()]) {
  expressions.set(`${one.file}: /${one.source.slice(0, 80)}/${one.flags}`, one)
}

/** What stands in the expression itself, and what classes stand for: repeated, it makes a bad one go back most. */
function toPieces({ source }: Expression): string[] {
  const literal = source
    .replace(/\\[pP]\{[^}]*\}|\\[bBdDwWsS]|\(\?<?[=!:]|[{}()[\]|*+?^$.]|\d+,\d*/g, '\n')
    .replace(/\\(.)/g, '$1')
    .split('\n')
    .filter((piece) => piece.length > 0 && piece.length < 30)
  return [
    ...new Set([
      ...literal.slice(0, 12),
      'a',
      'ạ',
      '0',
      ' ',
      '.',
      '-',
      '/',
      '_',
      '"',
      '\\',
      '\n',
      '@',
    ]),
  ]
}

/** Short texts first: on a longer one an expression that doubles its work with each sign would never come back. */
const LENGTHS = [30, 500, MAX_TEXT_LENGTH]

/** Texts of a length, made to be gone through again and again. */
function toAttacks(expression: Expression, length: number): string[] {
  const pieces = toPieces(expression)
  const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  const [first = 'a'] = pieces
  return [
    ...pieces.map((piece) => `${fill(piece)}\u0001`),
    ...pieces.map((piece) => `${first}${fill(`${piece} `)}\u0001`),
    ...pieces.slice(1).map((piece, index) => `${fill(`${pieces[index]}${piece}`)}\u0001`),
  ]
}

test('there are as many expressions as there ought to be', () => {
  expect(expressions.size).toBeGreaterThan(250)
})

test.each([...expressions.keys()])('%s ends on every text', (key) => {
  const expression = expressions.get(key) as Expression
  const pattern = new RegExp(expression.source, expression.flags.replace('y', ''))
  const began = performance.now()
  for (const attack of LENGTHS.flatMap((length) => toAttacks(expression, length))) {
    attack.replace(pattern, '')
    const took = performance.now() - began
    if (took > ENDLESS_MS) throw new Error(`still busy after ${Math.round(took)} ms`)
  }
})
