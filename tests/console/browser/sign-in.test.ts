import { emailOf, PASSWORD } from '../console-client'
import { NAMES, type OpenConsole, openConsole } from '../open-console'
import { describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(120_000)

describeInBrowser('signing in', (browser) => {
  let program: OpenConsole
  beforeAll(async () => {
    program = await openConsole()
  })
  afterAll(() => program.stop())

  test.each(WIDTHS)(
    'a wrong password is told, the right one opens the home, at %i px',
    async (width) => {
      const { page, check, close } = await browser.open(program.url, '', { width })
      await page.getByLabel('Email').fill(emailOf('editor'))
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('sai mật khẩu rồi')
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.getByText('Email hoặc mật khẩu chưa đúng').waitFor()
      await check('sign-in')
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Đăng nhập' }).click()
      await page.getByRole('heading', { name: `Chào ${NAMES.editor}` }).waitFor()
      await page.getByText('Không có việc nào đang chờ bạn.').waitFor()
      await check('home')
      await close()
    },
  )
})
