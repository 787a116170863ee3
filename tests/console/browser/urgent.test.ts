import type { ConsoleClient } from '../console-client'
import { joinConsole, NAMES, type OpenConsole, openConsole } from '../open-console'
import { describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(180_000)

const XSS = '<img src=x onerror="window.hacked = 1">'
const TEXT = `Sáng nay hệ thống bảo trì ${XSS}. Bác đừng ra phường.`

describeInBrowser('urgent corrections', (browser) => {
  let program: OpenConsole
  let second: ConsoleClient
  beforeAll(async () => {
    program = await openConsole()
    second = await joinConsole(program, 'Lê Duyệt Hai', 'approver')
  })
  afterAll(() => program.stop())

  const open = (path: string, as: ConsoleClient, width: number) =>
    browser.open(program.url, path, { as, width })
  const page = async () => (await fetch(`${program.url}/t/chip-no-tracking`)).text()

  test.each(WIDTHS)('are written, let out by two others, and ended, at %i px', async (width) => {
    const writing = await open('/urgent/new', program.as.editor, width)
    await writing.page.getByLabel('Thông báo', { exact: true }).fill('Bác gửi mã OTP cho Loa nhé')
    await writing.page.getByLabel(/Đường dẫn chính thức/).fill('https://example.com')
    await writing.page.getByText(/đọc như đang hỏi mã OTP/).waitFor()
    await writing.page.getByText(/địa chỉ https:\/\/example.com không phải/).waitFor()
    await writing.check('urgent-mistakes')
    await writing.page.getByLabel('Thông báo', { exact: true }).fill(TEXT)
    await writing.page.getByLabel(/Đường dẫn chính thức/).fill('https://vneid.gov.vn')
    await writing.page.getByText(/địa chỉ https:\/\/example.com/).waitFor({ state: 'hidden' })
    await writing.page.getByRole('tab', { name: 'Messenger' }).click()
    await writing.page
      .getByRole('tabpanel')
      .getByText(/Thông báo chính thức, hết hiệu lực/)
      .waitFor()
    await writing.check('urgent-pinned')

    await writing.page.getByLabel('Thay một câu trả lời đang sai').check()
    await writing.page.getByRole('combobox', { name: 'Câu trả lời được thay' }).fill('chip')
    await writing.page
      .getByRole('option', { name: /theo dõi/ })
      .first()
      .click()
    await writing.page.getByText(/Ví dụ khi người dân hỏi: “.*theo dõi/).waitFor()
    await writing.check('urgent-replacing')
    await writing.page.getByLabel('Ghim trên mọi câu trả lời').check()
    await writing.page.getByRole('button', { name: 'Gửi hai người duyệt' }).click()
    await writing.page.getByText('Còn cần 2 người duyệt').waitFor()
    expect(await writing.page.getByRole('button', { name: 'Duyệt' }).count()).toBe(0)
    await writing.close()

    const first = await open('/urgent', program.as.approver, width)
    await first.page
      .getByRole('tabpanel')
      .getByText(/Thông báo chính thức/)
      .waitFor()
    await first.check('urgent-waiting')
    expect(await first.page.evaluate('window.hacked')).toBeUndefined()
    await first.page.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await first.page
      .getByRole('dialog')
      .getByText(/cần thêm một người khác/)
      .waitFor()
    await first.check('urgent-first-yes')
    await first.page.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click()
    await first.page.getByText(`Đã duyệt: ${NAMES.approver}. Còn cần 1 người duyệt.`).waitFor()
    expect(await page()).not.toContain('Sáng nay hệ thống bảo trì')
    await first.close()

    const last = await open('/urgent', second, width)
    await last.page.getByRole('button', { name: 'Duyệt và đăng' }).click()
    await last.page
      .getByRole('dialog')
      .getByText(/Mọi người dân/)
      .waitFor()
    await last.page.getByRole('dialog').getByRole('button', { name: 'Duyệt' }).click()
    await last.page.getByRole('button', { name: 'Gỡ ngay' }).waitFor()
    expect(await page()).toContain('Sáng nay hệ thống bảo trì &lt;img')
    await last.check('urgent-out')
    await last.page.getByRole('button', { name: 'Gỡ ngay' }).click()
    await last.page.getByRole('dialog').getByLabel('Lý do').fill('Hệ thống chạy lại rồi')
    await last.check('urgent-ending')
    await last.page.getByRole('button', { name: 'Gỡ thông báo ngay' }).click()
    await last.page.getByText('Không có đính chính nào đang đăng.').waitFor()
    await last.page
      .getByText(/Lê Duyệt Hai: Hệ thống chạy lại rồi/)
      .first()
      .waitFor()
    await last.check('urgent-past')
    expect(await page()).not.toContain('Sáng nay hệ thống bảo trì')
    await last.close()
  })

  test.each(WIDTHS)(
    'who is lacking is said before anything is written, at %i px',
    async (width) => {
      const { people } = await program.as.admin.ask('GET', '/people')
      const { id } = people.find(({ name }: { name: string }) => name === NAMES.approver)
      await program.as.admin.ask('PUT', `/people/${id}/lock`)
      const { page: screen, check, close } = await open('/urgent/new', second, width)
      await screen.getByText(/Còn thiếu 1 tài khoản/).waitFor()
      await screen.getByLabel('Thông báo', { exact: true }).fill('Tin')
      expect(await screen.getByRole('button', { name: 'Gửi hai người duyệt' }).isDisabled()).toBe(
        true,
      )
      await check('urgent-lacking')
      await close()
      await program.as.admin.ask('DELETE', `/people/${id}/lock`)
    },
  )

  test('a viewer reads, and has no button that changes something', async () => {
    const { page: screen, close } = await open('/urgent', program.as.viewer, WIDTHS[0])
    await screen.getByRole('heading', { name: 'Đang đăng' }).waitFor()
    for (const name of ['Viết đính chính', 'Duyệt', 'Từ chối', 'Gỡ ngay']) {
      expect(await screen.getByRole('button', { name }).count()).toBe(0)
      expect(await screen.getByRole('link', { name }).count()).toBe(0)
    }
    await close()
  })
})
