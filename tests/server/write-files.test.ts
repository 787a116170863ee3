import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFiles } from '../../src/server/write-files'

const folder = mkdtempSync(join(tmpdir(), 'loa-write-'))
const [old, fresh, stuck] = ['old.yaml', 'fresh.yaml', 'stuck.yaml'].map((name) =>
  join(folder, name),
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (...paths: (string | undefined)[]) =>
  writeFiles(paths.map((path = '') => ({ path, text: 'new' })))

test('when one file cannot be put in its place, all are as they were', () => {
  writeFileSync(old ?? '', 'old')
  mkdirSync(stuck ?? '')
  expect(() => write(old, fresh, stuck)).toThrow()
  expect(readdirSync(folder)).toEqual(['old.yaml', 'stuck.yaml'])
  expect(readFileSync(old ?? '', 'utf8')).toBe('old')

  write(old, fresh)
  expect(readdirSync(folder).sort()).toEqual(['fresh.yaml', 'old.yaml', 'stuck.yaml'])
  expect(readFileSync(old ?? '', 'utf8')).toBe('new')
})
