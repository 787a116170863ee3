import { findTopic } from '../../src/knowledge/find-topic'
import { followRedirects } from '../../src/knowledge/follow-redirects'
import { loadKnowledge } from '../../src/knowledge/load-knowledge'
import type { Redirect } from '../../src/knowledge/redirects'
import { readSourceFiles } from '../../src/knowledge/source-file'

const redirects: Redirect[] = [
  { topic: 'first', to: 'second', on: '2026-01-05' },
  { topic: 'second', to: 'third', on: '2026-03-05' },
  { topic: 'merged', to: 'third', on: '2026-04-05' },
  { topic: 'gone', on: '2026-05-05', note: 'Đã bỏ.' },
  { topic: 'to-gone', to: 'gone', on: '2026-04-01' },
  { flow: 'first', to: 'guide', on: '2026-06-05' },
  { topic: 'left', to: 'right', on: '2026-01-01' },
  { topic: 'right', to: 'left', on: '2026-01-01' },
]

describe('an old id', () => {
  test.each([
    ['first', { to: 'third', since: '2026-01-05', note: undefined }],
    ['second', { to: 'third', since: '2026-03-05', note: undefined }],
    ['merged', { to: 'third', since: '2026-04-05', note: undefined }],
    ['gone', { to: null, since: '2026-05-05', note: 'Đã bỏ.' }],
    ['to-gone', { to: null, since: '2026-04-01', note: 'Đã bỏ.' }],
    ['left', null],
    ['never', null],
  ])('%s is followed to where it is told now', (id, moved) => {
    expect(followRedirects(redirects, { kind: 'topic', id })).toEqual(moved)
  })

  test('of a guide is no old id of an entry', () => {
    expect(followRedirects(redirects, { kind: 'flow', id: 'first' })?.to).toBe('guide')
    expect(followRedirects(redirects, { kind: 'flow', id: 'merged' })).toBeNull()
  })

  test('finds the entry that a button or a link of old means', () => {
    const { knowledge } = loadKnowledge(readSourceFiles('knowledge'))
    if (!knowledge) throw new Error('the campaign’s own knowledge must be sound')
    const moved: Redirect[] = [{ topic: 'chip-spies', to: 'chip-no-tracking', on: '2026-01-05' }]
    const find = (id: string) => findTopic({ topics: knowledge.topics, redirects: moved }, id)?.id
    expect(find('chip-spies')).toBe('chip-no-tracking')
    expect(find('chip-no-tracking')).toBe('chip-no-tracking')
    expect(find('gone')).toBeUndefined()
  })
})
