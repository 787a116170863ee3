import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { findUnit, unitsSchema } from '../../src/knowledge/units'

const units = unitsSchema.parse(
  parse(readFileSync('tests/bot/small-content/knowledge/units.yaml', 'utf8')),
)

test.each([
  ['ward-1', 'Phường Một'],
  ['ward-2', 'Phường Hai'],
  ['city', 'Thành phố'],
  ['ward-3', 'Thành phố'],
  ['', 'Thành phố'],
  [undefined, 'Thành phố'],
  [['ward-1', 'ward-2'], 'Thành phố'],
  ['__proto__', 'Thành phố'],
])('a link with the code %p is of %s', (code, name) => {
  expect(findUnit(units, code).name).toBe(name)
})
