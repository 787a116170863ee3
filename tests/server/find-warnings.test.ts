import type { ContentStatus } from '../../src/server/content-status'
import type { Vitals } from '../../src/server/create-vitals'
import { findWarnings } from '../../src/server/find-warnings'

const NOW = 1_790_000_000_000
const MINUTE = 60_000
const served: ContentStatus = {
  revision: 3,
  newest: 3,
  hash: 'h',
  publishedAt: '2026-11-25T00:00:00.000Z',
  files: 'served',
  problems: [],
}
const well: Vitals = {
  isReachable: true,
  queues: [{ queue: 'inbox', channel: 'web', waiting: 2, oldestAt: NOW - MINUTE }],
  tokens: [{ channel: 'zalo', account: '77', dueAt: NOW - 30 * MINUTE }],
}
const quiet = new Map([['messenger', 23 * 60 * MINUTE]])

test('what is usual is no warning', () => {
  expect(findWarnings(well, quiet, served, NOW)).toEqual([])
})

test.each<[string, Vitals, ReadonlyMap<string, number>, ContentStatus, object[]]>([
  [
    'a renewal that is late',
    { ...well, tokens: [{ channel: 'zalo', account: '77', dueAt: NOW - 90 * MINUTE }] },
    quiet,
    served,
    [
      {
        about: 'tokens',
        channel: 'zalo',
        reason: 'the access token of account 77 should have been renewed 90 min ago',
      },
    ],
  ],
  [
    'a platform that is silent',
    well,
    new Map([['messenger', 25 * 60 * MINUTE]]),
    served,
    [{ about: 'webhooks', channel: 'messenger', reason: 'this process has had no call for 25 h' }],
  ],
  [
    'what waits for long',
    {
      ...well,
      queues: [{ queue: 'outbox', channel: 'zalo', waiting: 9, oldestAt: NOW - 7 * MINUTE }],
    },
    quiet,
    served,
    [
      {
        about: 'queues',
        channel: 'zalo',
        reason: 'outbox: 9 waiting, the oldest for 7 min',
      },
    ],
  ],
  [
    'files with errors, and a revision that cannot be loaded',
    well,
    quiet,
    { ...served, files: 'refused', newest: 4 },
    [
      {
        about: 'knowledge',
        reason: 'the files have errors, revision 3 is served: see knowledge.problems',
      },
      {
        about: 'knowledge',
        reason: 'revision 4 is newer than revision 3, which is served',
      },
    ],
  ],
])('%s', (_, vitals, silences, content, warnings) => {
  expect(findWarnings(vitals, silences, content, NOW)).toEqual(warnings)
})
