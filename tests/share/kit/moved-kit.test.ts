import type { Redirect } from '../../../src/knowledge/redirects'
import { loadCampaign, WARD } from './kit-content'
import { startKitSite, stopKitSites } from './kit-site'

const REDIRECTS: Redirect[] = [
  { topic: 'chip-spies', to: 'chip-watches', on: '2026-03-05' },
  { topic: 'chip-watches', to: 'chip-no-tracking', on: '2026-04-05' },
  { topic: 'card-gone', on: '2026-06-01', note: 'Việc này đã bỏ. Bác hỏi Công an xã, phường.' },
  { flow: 'activate', to: 'activate-account', on: '2026-07-01' },
]
const campaign = loadCampaign()
const knowledge = { ...campaign.knowledge, redirects: REDIRECTS }
let site = ''

beforeAll(async () => {
  site = await startKitSite({ content: () => ({ ...campaign, knowledge }) })
})
afterAll(stopKitSites)
const open = (path: string) => fetch(site + path, { redirect: 'manual' })

test.each([
  ['renamed twice', '/share/t/chip-spies', '/share/t/chip-no-tracking'],
  [
    'renamed, of a unit',
    `/share/t/chip-watches?u=${WARD.code}`,
    `/share/t/chip-no-tracking?u=${WARD.code}`,
  ],
  ['of a guide', '/share/g/activate', '/share/g/activate-account'],
  [
    'of a file',
    `/share/t/chip-spies/poster.pdf?u=${WARD.code}`,
    `/share/t/chip-no-tracking/poster.pdf?u=${WARD.code}`,
  ],
])('an old address %s leads to the kit of today', async (_, old, now) => {
  const response = await open(old)
  expect([response.status, response.headers.get('location')]).toEqual([301, now])
  expect((await open(now)).status).toBe(200)
})

test.each(['/share/t/card-gone', '/share/t/card-gone/poster.pdf'])(
  '%s, of what was deleted, says so, since when, and whom to ask',
  async (path) => {
    const response = await open(path)
    expect(response.status).toBe(410)
    const page = await response.text()
    expect(page).toContain('Không còn từ ngày 01/6/2026.')
    expect(page).toContain('Việc này đã bỏ. Bác hỏi Công an xã, phường.')
    expect(page).toContain('href="/share/t/chip-no-tracking"')
  },
)

test.each(['/share/g/chip-spies', '/share/t/activate', '/share/t/chip-spies/poster.exe'])(
  '%s never was',
  async (path) => {
    expect((await open(path)).status).toBe(404)
  },
)
