import { toHanoiDay } from '../../../src/knowledge/hanoi-day'
import type { Unit } from '../../../src/knowledge/units'
import { KIT_PRINTS } from '../../../src/share/kit/kit-files'
import { listFiles, listOutline, type SetFile } from '../../../src/share/kit/list-set'
import { listShared, type Shared } from '../../../src/share/kit/shared'
import { loadCampaign, WARD } from './kit-content'
import { BASE } from './kit-site'
import { halfOf, type Picture, readPdf, readPng, readQr } from './read-picture'

/**
 * Every code of every file takes many minutes. Each day another part is read, so that all are in sixteen days;
 * KIT_CODES=all reads all of them, KIT_CODES=2026-11-25 that day's.
 */
const PARTS = 16
const DAY_MS = 86_400_000
const asked = process.env.KIT_CODES ?? toHanoiDay(Date.now())
const part = asked === 'all' ? null : Math.floor(Date.parse(asked) / DAY_MS) % PARTS

const campaign = loadCampaign()
const { knowledge } = campaign
const all = listShared(campaign)

/** Small enough to be quick; as one goes nearer with a phone, what is not read there is looked at twice as large. */
const SIZES = [1, 2]
const SCALE = 0.75
const PICTURE = { width: 540, height: 675 }

jest.setTimeout(1_800_000)

describe.each([
  ['the city', knowledge.units.city, ''],
  ['a ward', WARD, `u=${WARD.code}&`],
] as const)('of the set of %s', (_, unit, query) => {
  const chosen = all.filter((__, index) => part === null || index % PARTS === part)

  test(`the code of every paper and picture is read back (KIT_CODES=${asked}: ${chosen.length} of ${all.length} kits)`, async () => {
    for (const shared of chosen) {
      const read: (string | null)[] = []
      for (const file of filesOf(shared, unit)) read.push(...(await readCodes(file)))
      const link = `${BASE}/${toPath(shared)}?${query}`
      expect(read).toEqual([`${link}l=poster`, `${link}l=card`, `${link}l=card`, `${link}l=fb`])
    }
  })

  test('the code of the circular is read back', async () => {
    const [outline] = listOutline({ knowledge, unit, base: BASE })
    const [first] = outline ? await readCodes(outline) : []
    expect(first).toBe(`${BASE}/?${query}l=doc`)
  })
})

/** What of a thing's kit has a code: the papers and the picture. */
function filesOf(shared: Shared, unit: Unit): SetFile[] {
  const files = listFiles(shared, { knowledge, unit, base: BASE })
  const prints = files.filter(({ path }) => !path.endsWith('.txt'))
  expect(prints).toHaveLength(KIT_PRINTS.length)
  return prints
}

async function readCodes({ path, make }: SetFile): Promise<(string | null)[]> {
  const file = await make()
  let codes: (string | null)[] = []
  for (const size of SIZES) {
    codes = (await toPictures(path, file, size)).map(readQr)
    if (!codes.includes(null)) break
  }
  return codes
}

async function toPictures(path: string, file: Buffer, size: number): Promise<Picture[]> {
  if (path.endsWith('.png'))
    return [await readPng(file, PICTURE.width * size, PICTURE.height * size)]
  const [page] = await readPdf(file, SCALE * size)
  if (!page) throw new Error(`${path} has no page`)
  return halvesOf(page.picture, path)
}

/** A card has a code on both sides of the fold. */
const halvesOf = (page: Picture, path: string) =>
  path.includes(knowledge.messages.kit.files.card)
    ? [halfOf(page, 'upper'), halfOf(page, 'lower')]
    : [page]

function toPath({ address }: Shared): string {
  if (address.kind === 'chat') return ''
  return `${address.kind === 'topic' ? 't' : 'g'}/${address.id}`
}
