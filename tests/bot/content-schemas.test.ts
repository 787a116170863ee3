import { readdirSync, readFileSync } from 'node:fs'
import { toSchemaFiles } from '../../src/bot/content-schemas'

test('the schemas for editors are those that the files are checked against; "npm run schemas" writes them', () => {
  const written = readdirSync('schemas').map((name) => [
    name,
    readFileSync(`schemas/${name}`, 'utf8'),
  ])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(toSchemaFiles()))
})

test.each([...toSchemaFiles()])('%s explains every field of its own in Vietnamese', (_, text) => {
  const unexplained: string[] = []
  walk(JSON.parse(text), [], unexplained)
  expect(unexplained).toEqual([])
})

type Shape = { description?: string; properties?: Record<string, Shape> }

/** What needs no words: a title and an address of a source, and the cells of the spreadsheet. */
const PLAIN = new Set(['title', 'url', 'timezone', 'spreadsheet'])

function walk(shape: unknown, path: string[], unexplained: string[]): void {
  if (typeof shape !== 'object' || shape === null) return
  for (const [name, field] of Object.entries((shape as Shape).properties ?? {})) {
    if (!field.description && !PLAIN.has(name)) unexplained.push([...path, name].join('.'))
  }
  for (const [key, inner] of Object.entries(shape)) {
    if (key !== 'spreadsheet') walk(inner, [...path, key], unexplained)
  }
}
