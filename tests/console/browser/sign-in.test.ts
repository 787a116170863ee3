import type { Page } from 'playwright-core'
import { startProgram } from '../../e2e/start-program'
import { ConsoleClient, emailOf, PASSWORD, secretOf, signIn } from '../console-client'
import { NAMES, type OpenConsole, openConsole } from '../open-console'
import { describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(180_000)

const fill = (page: Page, label: string, text: string) =>
  page.getByRole('textbox', { name: label, exact: true }).fill(text)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describeInBrowser('signing in', (browser) => {
  let program: OpenConsole
  beforeAll(async () => {
    program = await openConsole()
  })
  afterAll(() => program.stop())

  /** A program without any account. */
  let empty: Awaited<ReturnType<typeof startProgram>> | undefined
  afterEach(async () => {
    await empty?.stop()
    empty = undefined
  })

  test.each(WIDTHS)(
    'a wrong password is told, the right one opens the screen that was asked for, at %i px',
    async (width) => {
      const { page, check, close } = await browser.open(program.url, '/audit', { width })
      await fill(page, 'Email', emailOf('approver'))
      await fill(page, 'Mật khẩu', 'sai mật khẩu rồi')
      await press(page, 'Đăng nhập')
      await page.getByText('Email hoặc mật khẩu chưa đúng').waitFor()
      await check('sign-in')
      await fill(page, 'Mật khẩu', PASSWORD)
      await press(page, 'Đăng nhập')
      await page.getByRole('heading', { name: 'Nhật ký' }).waitFor()
      if (width < 700) await press(page, 'Mở danh mục')
      await page.getByRole('link', { name: 'Trang chính' }).click()
      await page.getByRole('heading', { name: `Chào ${NAMES.approver}` }).waitFor()
      // As the day goes, some of the campaign's entries are due.
      await page
        .getByText(/Không có việc nào đang chờ bạn|xem lại/)
        .first()
        .waitFor()
      await check('home')
      await press(page, `Tài khoản của ${NAMES.approver}`)
      await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
      await page.getByRole('button', { name: 'Đăng nhập' }).waitFor()
      await close()
    },
  )

  test.each(WIDTHS)(
    'the first admin sets a password by the link of the start, at %i px',
    async (width) => {
      empty = await startProgram()
      const secret = secretOf(empty.server.lines.join('\n'))
      const { page, check, close } = await browser.open(empty.url, `/link#${secret}`, { width })
      await page.getByRole('heading', { name: 'Tạo tài khoản quản trị đầu tiên' }).waitFor()
      await fill(page, 'Họ và tên', 'Lê Thị Hoa')
      await fill(page, 'Email', 'hoa@loa.example')
      await fill(page, 'Mật khẩu', PASSWORD)
      await fill(page, 'Nhập lại mật khẩu', `${PASSWORD}x`)
      await press(page, 'Lưu và vào bảng điều hành')
      await page.getByText('Hai lần nhập chưa giống nhau').waitFor()
      await check('first-admin')
      await fill(page, 'Nhập lại mật khẩu', PASSWORD)
      await press(page, 'Lưu và vào bảng điều hành')
      await page.getByRole('heading', { name: 'Chào Lê Thị Hoa' }).waitFor()
      expect(page.url()).toBe(`${empty.url}/console`)
      await close()

      const second = await browser.open(empty.url, `/link#${secret}`, { width })
      await second.page.getByText('Đường dẫn này đã được dùng hoặc đã hết hạn').waitFor()
      await second.check('spent-link')
      await second.close()
    },
  )

  test.each(WIDTHS)(
    'a session that ends takes nothing of what was typed, and what was asked is done after, at %i px',
    async (width) => {
      const admin = new ConsoleClient(program.url)
      await signIn(admin, emailOf('admin'), PASSWORD)
      const { page, check, close } = await browser.open(program.url, '/people', {
        as: admin,
        width,
      })
      await press(page, 'Mời người mới')
      await fill(page, 'Họ và tên', 'Ngô Văn Mới')
      await fill(page, 'Email', `moi${width}@loa.example`)
      await program.as.admin.ask('DELETE', '/account/sessions')
      await press(page, 'Tạo lời mời')
      const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
      await dialog.getByText('Những gì bạn đang viết vẫn còn nguyên.').waitFor()
      await check('dead-session')
      expect(await dialog.getByLabel('Email').inputValue()).toBe(emailOf('admin'))
      await dialog.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
      await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.getByRole('dialog', { name: 'Đường dẫn cho Ngô Văn Mới' }).waitFor()
      await close()
      const { people } = await program.as.admin.ask('GET', '/people')
      expect(people.map(({ email }: { email: string }) => email)).toContain(
        `moi${width}@loa.example`,
      )
    },
  )

  test('a viewer finds no screen of others, neither in the menu nor by its address', async () => {
    const { page, check, close } = await browser.open(program.url, '/people', {
      as: program.as.viewer,
    })
    await page.getByText('Bạn chưa được mở trang này').waitFor()
    const menu = await page.getByRole('link').allTextContents()
    expect(menu).toContain('Trang chính')
    expect(menu.filter((title) => title === 'Người dùng' || title === 'Nhật ký')).toEqual([])
    await check('refused')
    await page.goto(`${program.url}/console/khong-co`)
    await page.getByText('Không có trang này').waitFor()
    await close()
  })
})
