import { Workbook } from 'exceljs'
import { toHanoiDay } from '../../../src/knowledge/hanoi-day'
import { createCitizen } from '../citizen'
import { type OpenConsole, openConsole } from '../open-console'

jest.setTimeout(120_000)

const GUIDE = 'activate-account'
const today = toHanoiDay(Date.now())
const period = `from=${today}&to=${today}`
let program: OpenConsole

/** Six people ask and rate; one of them asks what nobody knows; all begin a guide, one goes on in it. */
beforeAll(async () => {
  program = await openConsole()
  for (let person = 0; person < 6; person++) {
    const citizen = createCitizen(program, `42000${person}`)
    await citizen.ask('chip có theo dõi mình không')
    await citizen.press('rating:chip-no-tracking/yes')
    await citizen.press('rating:chip-no-tracking/yes')
    if (person === 0) await citizen.ask('giá vàng hôm nay bao nhiêu')
    await citizen.press(`flow:${GUIDE}`)
    if (person === 0) await citizen.ask('được duyệt rồi')
  }
})
afterAll(() => program.stop())

const read = (query: string) => program.as.viewer.ask('GET', `/numbers?${period}&${query}`)

test('people, questions and ratings are counted by day, each rating once', async () => {
  const { rows, total } = await read('by=day')
  expect(rows).toHaveLength(1)
  expect(total).toMatchObject({ people: 6, answered: 6, useful: 6, notUseful: 0 })
})

test('a small number is hidden, and the sum that would give it away', async () => {
  const { rows } = await read('by=channel')
  expect(rows).toEqual([
    expect.objectContaining({
      key: 'messenger',
      outside: { under: 5 },
      questions: { from: 7 },
      clarified: 0,
    }),
  ])
})

test('numbers by entry name the entry, and can be narrowed', async () => {
  const { rows, names } = await read('by=topic')
  const chip = rows.find(({ key }: { key: string }) => key === 'chip-no-tracking')
  expect(chip).toMatchObject({ answered: 6, useful: 6 })
  expect(names['chip-no-tracking']).toMatch(/chip/i)
  expect((await read('by=channel&topic=chip-no-tracking')).total).toMatchObject({ answered: 6 })
  expect((await read('by=channel&channel=zalo')).total).toMatchObject({ people: 0, questions: 0 })
})

test('a guide tells how many came to each step, in steps of five', async () => {
  const { funnels, names } = await program.as.viewer.ask('GET', `/numbers/flows/${GUIDE}?${period}`)
  expect(funnels).toHaveLength(1)
  expect(funnels[0].steps.slice(0, 2)).toMatchObject([
    { id: 'approved', reached: 5, left: 5 },
    { id: 'open-app', reached: { under: 5 } },
  ])
  expect(names.approved).toMatch(/./)
  expect((await program.as.viewer.call('GET', `/numbers/flows/none?${period}`)).status).toBe(404)
})

test('the workbook hides what the screen hides', async () => {
  const response = await program.as.viewer.call('GET', `/numbers/export.xlsx?${period}`)
  expect(response.headers.get('content-disposition')).toContain(`loa-so-lieu-${today}`)
  const workbook = new Workbook()
  await workbook.xlsx.load(await response.arrayBuffer())
  const cells = workbook.worksheets.flatMap((sheet) =>
    sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? row.map(String) : [])),
  )
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    'Theo ngày',
    'Theo kênh',
    'Theo mục',
    'Theo đường dẫn',
    'Hướng dẫn (làm tròn 5)',
  ])
  expect(cells).toEqual(expect.arrayContaining(['6', '<5', '≥7']))
  expect(cells.filter((cell) => /^[1-4]$/.test(cell))).toEqual([])
})

test.each([
  ['no days', 'by=day', /Ngày/],
  ['an end before the beginning', 'from=2026-11-02&to=2026-11-01', /sau ngày bắt đầu/],
  ['more than a year', 'from=2020-01-01&to=2026-11-01', /một năm/],
])('%s is refused in words', async (_, query, why) => {
  const refused = await program.as.viewer.call('GET', `/numbers?${query}`)
  expect(refused.status).toBe(400)
  const { message } = (await refused.json()) as { message: string }
  expect(message).toMatch(why)
})
