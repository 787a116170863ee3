import { toHanoiDay } from '../../../src/knowledge/hanoi-day'
import { openDatabase } from '../../../src/storage/open-database'
import { questionTable } from '../../../src/storage/question-table'
import { tallyTable } from '../../../src/storage/tally-table'
import { until } from '../../e2e/until'
import { createCitizen } from '../citizen'
import { type OpenConsole, openConsole } from '../open-console'
import { describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(180_000)

const DAY_MS = 24 * 3_600_000
const XSS = '<img src=x onerror="window.hacked = 1"> giá vàng'

/** A month of numbers, and what went wrong in it. */
async function fill({ databasePath }: OpenConsole): Promise<void> {
  const database = await openDatabase(`file:${databasePath}`)
  const { kysely } = database
  const ask = (text: string, kind: string, times: number) =>
    Promise.all(
      Array.from({ length: times }, () =>
        questionTable(kysely).record({
          askedAt: Date.now(),
          channel: 'web',
          kind,
          topic: null,
          flow: null,
          text,
        }),
      ),
    )
  await ask('đổi giấy phép lái xe ở đâu', 'fallback', 7)
  await ask('doi bang lai xe o dau vay', 'clarify', 3)
  await ask('đổi giấy phép lái xe mất bao lâu', 'fallback', 2)
  await ask(XSS, 'fallback', 4)
  await ask('mấy giờ phường mở cửa', 'clarify', 2)
  const marks = Array.from({ length: 30 }, (_, day) => day).flatMap((day) =>
    Array.from({ length: 20 + ((day * 7) % 23) }, (_, index) => ({
      day: toHanoiDay(Date.now() - day * DAY_MS),
      channel: ['web', 'zalo', 'messenger'][index % 3] ?? 'web',
      measure: ['answered', 'answered', 'answered', 'clarified', 'unanswered'][index % 5] ?? '',
      subject: index % 5 < 3 ? (['chip-no-tracking', 'vneid-what'][index % 2] ?? '') : '',
      part: '',
      link: null,
    })),
  )
  const moves = [
    ['approved', 'reached', 62],
    ['approved', 'passed', 48],
    ['open-app', 'reached', 48],
    ['open-app', 'stopped', 6],
    ['open-app', 'passed', 31],
  ] as const
  await tallyTable(kysely).mark([
    ...marks,
    ...moves.flatMap(([step, measure, times]) =>
      Array.from({ length: times }, () => ({
        day: toHanoiDay(Date.now()),
        channel: 'web',
        measure,
        subject: 'activate-account',
        part: `2/${step}`,
        link: null,
      })),
    ),
  ])
  await database.close()
}

describeInBrowser('what people asked', (browser) => {
  let program: OpenConsole
  beforeAll(async () => {
    program = await openConsole()
    await fill(program)
  })
  afterAll(() => program.stop())

  test.each(WIDTHS)('a question becomes an example, and is undone, at %i px', async (width) => {
    const as = program.as.editor
    const { page, check, close } = await browser.open(program.url, '/unanswered', { as, width })
    await page.getByText('đổi giấy phép lái xe ở đâu').waitFor()
    await page
      .getByRole('button', { name: /cách hỏi khác/ })
      .first()
      .click()
    await page.getByText('doi bang lai xe o dau vay').waitFor()
    await check('unanswered')
    expect(await page.getByText(XSS).count()).toBe(1)
    expect(await page.evaluate('window.hacked')).toBeUndefined()

    await page.getByRole('button', { name: 'Thêm làm ví dụ' }).first().click()
    await page.getByRole('dialog').waitFor()
    await check('unanswered-example')
    await page.getByRole('dialog').getByRole('button', { name: 'Thêm làm ví dụ' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.getByText('đổi giấy phép lái xe ở đâu').waitFor({ state: 'hidden' })

    await page.getByRole('tab', { name: 'Đã xử lý' }).click()
    await page.getByRole('button', { name: 'Hoàn tác' }).first().waitFor()
    await check('unanswered-decided')
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.getByText('Chưa có câu nào được xử lý.').waitFor()
    await close()
  })

  test.each(WIDTHS)('a dismissal asks for its reason, at %i px', async (width) => {
    const as = program.as.editor
    const { page, close } = await browser.open(program.url, '/unanswered', { as, width })
    await page.getByText('mấy giờ phường mở cửa').waitFor()
    const card = page.getByRole('article').filter({ hasText: 'mấy giờ phường mở cửa' })
    await card.getByRole('button', { name: 'Bỏ qua' }).click()
    const dialog = page.getByRole('dialog')
    const confirm = dialog.getByRole('button', { name: 'Bỏ qua' })
    expect(await confirm.isDisabled()).toBe(true)
    await dialog.getByLabel('Lý do').fill('Đã có trong mục giờ làm việc')
    await confirm.click()
    await card.waitFor({ state: 'hidden' })
    await page.getByRole('tab', { name: 'Đã xử lý' }).click()
    await page.getByText('Đã có trong mục giờ làm việc').waitFor()
    await page.getByRole('button', { name: 'Hoàn tác' }).first().click()
    await page.getByText('Chưa có câu nào được xử lý.').waitFor()
    await close()
  })

  test.each(WIDTHS)(
    'the numbers are drawn, with the table behind them, at %i px',
    async (width) => {
      const as = program.as.viewer
      const { page, check, close } = await browser.open(program.url, '/numbers', { as, width })
      await page.getByRole('cell', { name: /^\d+$/ }).first().waitFor()
      await page.locator('.recharts-bar-rectangle').first().waitFor()
      await page.getByRole('combobox', { name: 'Hướng dẫn' }).click()
      await page.getByRole('option', { name: /Kích hoạt tài khoản/ }).click()
      await page.getByText(/Làm xong cả hướng dẫn/).waitFor()
      await check('numbers')
      await page.getByText('Kênh', { exact: true }).last().click()
      await page.getByRole('rowheader', { name: 'Zalo OA' }).waitFor()
      await check('numbers-channel')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Tải bảng Excel' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^loa-so-lieu-.*\.xlsx$/)
      await close()
    },
  )

  test.each(WIDTHS)('a citizen is answered and given back to Loa, at %i px', async (width) => {
    const citizen = createCitizen(program, `64000${width}`)
    await citizen.ask('tôi muốn gặp cán bộ')
    const as = program.as.editor
    const { page, check, close } = await browser.open(program.url, '/waiting', { as, width })
    await page.getByText('Chưa ai nhận').waitFor()
    await check('waiting')
    await page
      .getByText(/Người dân số \d+ trên Messenger/)
      .last()
      .click()
    await page.getByRole('button', { name: 'Nhận trả lời' }).click()
    await page.getByLabel('Trả lời', { exact: true }).fill('Bác đọc mã OTP cho cháu nhé')
    await page.getByRole('button', { name: 'Gửi' }).click()
    await page.getByText(/Không được hỏi mã OTP/).waitFor()
    await page.getByLabel('Trả lời', { exact: true }).fill('Mời bác ra phường sáng thứ Hai ạ.')
    await page.getByRole('button', { name: 'Gửi' }).click()
    await until('the reply', () => citizen.heard().includes('Cán bộ trả lời: Mời bác ra phường'))
    await page.getByRole('log').getByText('Mời bác ra phường sáng thứ Hai').waitFor()
    await check('waiting-talk')
    await page.getByRole('button', { name: 'Xong, trả lại cho Loa' }).click()
    await page.getByText('Không có ai đang chờ.').waitFor()
    await close()
  })

  test('a viewer sees no button that changes something', async () => {
    const as = program.as.viewer
    const { page, close } = await browser.open(program.url, '/unanswered', { as })
    await page.getByText('đổi giấy phép lái xe ở đâu').waitFor()
    expect(await page.getByRole('button', { name: 'Bỏ qua' }).count()).toBe(0)
    await close()
  })
})
