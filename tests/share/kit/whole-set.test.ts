import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { strFromU8, unzipSync } from 'fflate'
import type { Bulletin } from '../../../src/knowledge/bulletin'
import type { KitOptions } from '../../../src/share/kit/create-kit-routes'
import { KIT_FILES } from '../../../src/share/kit/kit-files'
import { listShared, type Shareable } from '../../../src/share/kit/shared'
import { until } from '../../e2e/until'
import { loadCampaign, WARD } from './kit-content'
import { startKitSite, stopKitSites } from './kit-site'

const ID = 'chip-no-tracking'
/** An entry, a guide and the chat: how many there are changes nothing but the time it takes. */
const campaign = loadCampaign()
const small: Shareable = {
  ...campaign,
  knowledge: {
    ...campaign.knowledge,
    topics: new Map([...campaign.knowledge.topics].filter(([id]) => id === ID)),
  },
  flows: new Map([...campaign.flows].filter(([id]) => id === 'activate-account')),
}
/** The chat alone: a greeting is not shared. */
const tiny: Shareable = {
  ...small,
  knowledge: {
    ...campaign.knowledge,
    topics: new Map([...campaign.knowledge.topics].filter(([id]) => id === 'greeting')),
  },
  flows: new Map(),
}
const count = listShared(small).length * KIT_FILES.length + 1
const OF_WARD = `?u=${WARD.code}`

jest.setTimeout(180_000)
afterEach(stopKitSites)

const start = (options: Partial<KitOptions> = {}) =>
  startKitSite({ content: () => small, ...options })
const open = (address: string, init: RequestInit = {}) =>
  fetch(address, { redirect: 'manual', ...init })
const press = async (site: string, query: string) => {
  const pressed = await open(`${site}/share/set${query}`, { method: 'POST' })
  expect(pressed.status).toBe(303)
  return site + pressed.headers.get('location')
}
/** Waits as a browser does, which looks again when it is told to. */
const waitFor = async (address: string) => {
  let page = ''
  const isThere = async () => {
    const response = await open(address)
    page = await response.text()
    return response.headers.get('refresh') === null
  }
  await until('the set', isThere, 90_000)
  return page
}

test('a press gives every file as one, with its size before the download', async () => {
  const site = await start()
  expect(await (await open(`${site}/share${OF_WARD}`)).text()).toContain('Tải cả bộ</button>')
  const waiting = await press(site, OF_WARD)
  const first = await open(waiting)
  expect(first.headers.get('refresh')).toBe('5')
  expect(await first.text()).toMatch(/Đang gom tệp của Phường Mẫu Không Có Thật, xong \d+\/\d+/)
  const page = await waitFor(waiting)
  const address = `${site}/share/set.zip${OF_WARD}`
  const response = await open(address)
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(response.headers.get('content-length')).toBe(String(bytes.length))
  const size = (bytes.length / 1_000_000).toFixed(1).replace('.', ',').replace(',0', '')
  const told = `Tải cả bộ (${size} MB, ${count} tệp)`
  expect(page).toContain(told)
  expect(await (await open(`${site}/share${OF_WARD}`)).text()).toContain(told)
  const disposition = response.headers.get('content-disposition') ?? ''
  expect(decodeURIComponent(disposition)).toContain(
    'Bộ tài liệu để chia sẻ – Phường Mẫu Không Có Thật.zip',
  )

  const files = unzipSync(bytes)
  const names = Object.keys(files)
  expect(names).toHaveLength(count)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(count)
  for (const name of names) {
    expect(name).toBe(name.normalize('NFC'))
    // Windows refuses these, and names that end with a blank or a dot.
    expect(name).not.toMatch(/[\\:*?"<>|\p{Cc}]|[ .](\/|$)/u)
    expect(name.length).toBeLessThan(180)
  }
  const zalo = files['cau-hoi/chip-no-tracking/Tin nhắn Zalo – Chip có theo dõi.txt']
  const alone = await open(`${site}/share/t/chip-no-tracking/zalo.txt${OF_WARD}`)
  expect(strFromU8(zalo ?? new Uint8Array())).toBe(await alone.text())
  const folders = names.map((name) => name.split('/').slice(0, -1).join('/'))
  const others = ['', 'loa', 'huong-dan/activate-account']
  expect(new Set(folders)).toEqual(new Set([...others, `cau-hoi/${ID}`]))

  expect(readUtf8Flags(Buffer.from(bytes))).toEqual(Array(count).fill(true))

  const rest = await open(address, { headers: { range: 'bytes=10-' } })
  expect([rest.status, (await rest.arrayBuffer()).byteLength]).toEqual([206, bytes.length - 10])
})

test('what nobody pressed is not made, and its address leads to what can be pressed', async () => {
  const site = await start()
  const page = await open(`${site}/share/set`)
  expect(page.headers.get('refresh')).toBeNull()
  expect(await page.text()).toContain('<form method="post" action="/share/set">')
  const file = await open(`${site}/share/set.zip${OF_WARD}`)
  expect([file.status, file.headers.get('location')]).toEqual([303, `/share/set${OF_WARD}&wait=1`])
})

test('one is made at a time, who waits comes next, and the one asked for longest ago gives way', async () => {
  const site = await start({ content: () => tiny, limits: { sets: 1 } })
  const ofCity = await press(site, '')
  await open(ofCity)
  const ofWard = await press(site, OF_WARD)
  expect(await (await open(ofWard)).text()).toContain('Đang gom tệp cho đơn vị khác')
  expect(await waitFor(ofWard)).toContain('Đã xong cả bộ của Phường Mẫu')
  expect((await open(`${site}/share/set.zip${OF_WARD}`)).status).toBe(200)
  expect((await open(`${site}/share/set.zip`)).status).toBe(303)
})

test('an address that has begun too many is told when to come again', async () => {
  const site = await start({ content: () => tiny, limits: { setsPerAddress: 1 } })
  await waitFor(await press(site, ''))
  const refused = await open(await press(site, OF_WARD))
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.text()).toMatch(/Bác chờ khoảng \d+ phút/)
  expect((await open(`${site}/share/set.zip`)).status).toBe(200)
})

test('a notice takes back the set of before, and of its entry the new one has the message alone', async () => {
  const out: Bulletin[] = []
  const site = await start({ bulletins: () => out })
  await waitFor(await press(site, ''))
  out.push({ id: 1, text: 'Đang sửa.', link: null, topic: ID, endsAt: Date.now() + 600_000 })
  expect((await open(`${site}/share/set.zip`)).status).toBe(303)
  await waitFor(await press(site, ''))
  const response = await open(`${site}/share/set.zip`)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const ofTopic = Object.entries(files).filter(([name]) => name.includes(`/${ID}/`))
  expect(ofTopic.map(([name]) => name)).toEqual([
    `cau-hoi/${ID}/Tin nhắn Zalo – Chip có theo dõi.txt`,
  ])
  expect(strFromU8(ofTopic[0]?.[1] ?? new Uint8Array())).toContain('Đang sửa.')
})

test('nothing stays on the disk, also of what was being made', async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('loa-share-'))
  const before = folders()
  const site = await start({ content: () => campaign })
  const waiting = await press(site, '')
  await open(waiting)
  await until('a file is in it', async () =>
    / xong [1-9]\d*\//.test(await (await open(waiting)).text()),
  )
  expect(folders().length).toBe(before.length + 1)
  await stopKitSites()
  expect(folders()).toEqual(before)
})

/** Whether the list at the end says of each name that it is UTF-8. */
function readUtf8Flags(zip: Buffer): boolean[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const flags: boolean[] = []
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    flags.push((zip.readUInt16LE(at + 8) & 0x800) !== 0)
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset))
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return flags
}
