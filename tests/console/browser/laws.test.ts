import { addDays } from '../../../src/knowledge/add-days'
import { toHanoiDay } from '../../../src/knowledge/hanoi-day'
import { linkCountTable } from '../../../src/storage/link-count-table'
import { openDatabase } from '../../../src/storage/open-database'
import { until } from '../../e2e/until'
import { openSmallConsole, type SmallConsole } from '../answers/small-console'
import { NAMES, type OpenConsole, openConsole } from '../open-console'
import { describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(180_000)

const XSS = '<img src=x onerror="window.hacked=1">'
const today = () => toHanoiDay(Date.now())

describeInBrowser('legal documents', (browser) => {
  let program: OpenConsole
  beforeAll(async () => {
    program = await openConsole()
    const database = await openDatabase(`file:${program.databasePath}`)
    const link = { kind: 'topic' as const, id: 'can-cuoc-law-2024', unit: '', place: 'poster' }
    await linkCountTable(database.kysely).add(today(), [{ ...link, event: 'opened', count: 9 }])
    await database.close()
  })
  afterAll(() => program.stop())

  test.each(WIDTHS)('a document becomes a list, and two decide it, at %i px', async (width) => {
    const as = program.as.editor
    const { page, check, close } = await browser.open(program.url, '/laws', { as, width })
    await page.getByLabel('Tìm văn bản').fill('luat can cuoc')
    await page.getByText('1 văn bản', { exact: true }).waitFor()
    await check('laws')
    await page.getByRole('link', { name: 'Luật Căn cước 26/2023/QH15' }).last().click()
    await page.getByRole('heading', { name: /^Câu trả lời: \d+/ }).waitFor()
    await page.getByText('Đã phát: Áp phích').waitFor()
    await check('law')

    await page.getByRole('button', { name: /^Văn bản này đã thay đổi/ }).click()
    const dialog = page.getByRole('dialog')
    const submit = dialog.getByRole('button', { name: 'Lập danh sách xem lại' })
    expect(await submit.isDisabled()).toBe(true)
    await dialog.getByLabel('Số, ký hiệu văn bản thay thế').fill(`Luật ${width}/2027/QH16 ${XSS}`)
    await dialog.getByLabel('Từ ngày').fill('2027-07-01')
    await dialog.getByLabel('Ghi chú cho người xem lại').fill(XSS)
    await check('law-change')
    await submit.click()
    await page.getByText(`Bị thay bằng Luật ${width}/2027/QH16 ${XSS}, từ 01/07/2027`).waitFor()
    await page.getByText(/^Đã xem lại 0\/\d+ mục\./).waitFor()
    await check('law-review')
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    expect(await page.locator('main img').count()).toBe(0)

    // Another has the list open as well, and is late.
    const second = await browser.open(program.url, '/laws', { as: program.as.approver, width })
    await second.page
      .getByRole('listitem')
      .filter({ hasText: `Luật ${width}/2027/QH16` })
      .getByRole('link')
      .click()
    const question = await page.locator('main li[aria-label]').first().getAttribute('aria-label')
    const card = (on: typeof page) => on.getByLabel(String(question), { exact: true }).first()
    await card(second.page).waitFor()
    await card(page).getByRole('button', { name: 'Đã xem, vẫn đúng' }).click()
    await page.getByText(/^Đã xem lại 1\/\d+ mục\./).waitFor()
    await card(second.page).getByRole('button', { name: 'Đã sửa' }).click()
    await second.page.getByText(`${NAMES.editor} vừa ghi "đã xem, vẫn đúng" cho mục này.`).waitFor()
    await second.page.getByText(/^Đã xem lại 1\/\d+ mục\./).waitFor()
    await second.page.getByText(/^Tất cả/).click()
    await card(second.page).getByText(`Đã xem, vẫn đúng: ${NAMES.editor}`).waitFor()
    await second.check('law-review-decided')

    await second.page.getByRole('alert').getByRole('button', { name: 'Đóng' }).click()
    await second.page.getByRole('button', { name: 'Bỏ danh sách lập nhầm' }).click()
    await second.page.getByRole('button', { name: 'Bỏ danh sách', exact: true }).click()
    await second.page.getByText('Đã bỏ danh sách.').waitFor()
    await second.page.getByRole('heading', { name: 'Văn bản pháp luật' }).waitFor()
    await Promise.all([close(), second.close()])
  })

  test.each(WIDTHS)('the campaign’s calendar, at %i px', async (width) => {
    const as = program.as.viewer
    const { page, check, close } = await browser.open(program.url, '/reviews', { as, width })
    await page.getByRole('heading', { name: /^Tháng \d+ năm \d+/ }).waitFor()
    await page.getByRole('button', { name: 'Tháng sau' }).click()
    await page.getByRole('button', { name: 'Tháng sau' }).click()
    await check('reviews-campaign')
    expect(await page.getByRole('button', { name: 'Đã xem lại, vẫn đúng' }).count()).toBe(0)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải lịch cho Outlook, Google' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('loa-lich-xem-lai.ics')
    await close()
  })
})

describeInBrowser('reviews that are due', (browser) => {
  let loa: SmallConsole
  beforeEach(async () => {
    loa = await openSmallConsole()
    for (const [id, day] of [
      ['chip', addDays(today(), -3)],
      ['app', addDays(today(), 5)],
    ] as const) {
      const file = loa.fileOf(id)
      const text = file.read().replace(/review_by: .*/, `review_by: ${day}`)
      file.write(text.replace(/owner: .*/, `owner: '${XSS}'`))
    }
    await until('the days', async () => {
      const { due } = await loa.as.viewer.ask('GET', '/laws/calendar')
      return due.filter(({ owner }: { owner: string }) => owner === XSS).length === 2
    })
  })
  afterEach(() => loa.close())

  test.each(WIDTHS)(
    'the lead sees what is overdue, and it is reviewed, at %i px',
    async (width) => {
      const lead = { as: loa.as.admin, width }
      const { page, check, close } = await browser.open(loa.url, '/', lead)
      await page.getByText('mục cần xem lại trong 14 ngày tới').waitFor()
      await check('home-reviews')
      await page.getByText('mục quá hạn xem lại').click()
      await page.getByText('Quá hạn: 1 mục').waitFor()
      await check('reviews')
      expect(await page.evaluate('window.hacked')).toBeUndefined()
      expect(await page.locator('main img').count()).toBe(0)
      const grid = page.getByRole('table')
      expect(await grid.isVisible()).toBe(width > 700)

      const card = page.getByLabel('Chip trên thẻ có theo dõi mình không?', { exact: true })
      await card.getByRole('button', { name: 'Đã xem lại, vẫn đúng' }).click()
      await page.getByText('Đã gửi duyệt ngày soát mới.').waitFor()
      await card.getByText('Đang có nháp; mở mục để xem và gửi duyệt.').waitFor()
      await close()
      const second = await browser.open(loa.url, '/answers/chip', { as: loa.as.approver, width })
      await second.page.getByRole('button', { name: 'Duyệt và đăng' }).click()
      await second.page.getByText(/Người dân được trả lời theo bản mới/).waitFor()
      expect(loa.fileOf('chip').read()).toContain(`reviewed_on: ${today()}`)
      await second.page.goto(`${loa.url}/console/reviews`)
      await second.page.getByRole('heading', { name: /^Tháng \d+ năm \d+/ }).waitFor()
      expect(await second.page.getByText(/^Quá hạn/).count()).toBe(0)
      await second.close()
    },
  )
})
