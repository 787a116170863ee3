import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { emailOf, PASSWORD } from '../console-client'
import { NAMES, type OpenConsole, openConsole } from '../open-console'
import { describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(180_000)

const XSS = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}`

const fill = (page: Page, label: string, text: string) =>
  page.getByRole('textbox', { name: label, exact: true }).fill(text)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describeInBrowser('people, their accounts and the trail', (browser) => {
  let program: OpenConsole
  beforeAll(async () => {
    program = await openConsole()
  })
  afterAll(() => program.stop())

  test.each(WIDTHS)(
    'an admin invites, hands the link over, and changes what somebody may do, at %i px',
    async (width) => {
      const { page, check, close } = await browser.open(program.url, '/people', {
        as: program.as.admin,
        width,
      })
      const name = `Phạm Thị Mới ${width}`
      await page.getByText(NAMES.viewer).waitFor()
      await check('people')
      await press(page, 'Mời người mới')
      await fill(page, 'Họ và tên', name)
      await fill(page, 'Email', emailOf('editor'))
      await page.getByRole('combobox', { name: 'Quyền' }).click()
      await page.getByRole('option', { name: /^Duyệt/ }).click()
      await press(page, 'Tạo lời mời')
      await page.getByText('Email này đã có tài khoản.').waitFor()
      await check('invite')
      await fill(page, 'Email', `moi${width}@loa.example`)
      await press(page, 'Tạo lời mời')
      const handed = page.getByRole('dialog', { name: `Đường dẫn cho ${name}` })
      const link = await handed.getByLabel('Đường dẫn').inputValue()
      await check('handed-link')
      await page.keyboard.press('Escape')
      await page.getByRole('region', { name }).getByText('Chờ nhận lời mời').waitFor()

      const newcomer = await browser.open(program.url, link, { width })
      await newcomer.page.getByText(`Chào ${name}`).waitFor()
      await fill(newcomer.page, 'Mật khẩu', PASSWORD)
      await fill(newcomer.page, 'Nhập lại mật khẩu', PASSWORD)
      await newcomer.check('invitation')
      await press(newcomer.page, 'Lưu và vào bảng điều hành')
      await newcomer.page.getByRole('heading', { name: `Chào ${name}` }).waitFor()
      await newcomer.close()

      const card = page.getByRole('region', { name })
      await card.getByRole('combobox', { name: `Quyền của ${name}` }).click()
      await page.getByRole('option', { name: 'Chỉ xem' }).click()
      await page.getByText(`Đã đổi quyền của ${name}.`).waitFor()
      await card.getByRole('button', { name: `Việc khác với ${name}` }).click()
      await page.getByRole('menuitem', { name: 'Khóa tài khoản' }).click()
      await page.getByText(`${name} bị đăng xuất ngay ở mọi nơi`).waitFor()
      await check('confirm-lock')
      await press(page, 'Khóa tài khoản')
      await card.getByText('Đang khóa').waitFor()
      await close()
    },
  )

  test('the last admin is told why the role cannot go', async () => {
    const { page, check, close } = await browser.open(program.url, '/people', {
      as: program.as.admin,
    })
    await page.getByRole('combobox', { name: `Quyền của ${NAMES.admin}` }).click()
    await page.getByRole('option', { name: 'Chỉ xem' }).click()
    await page.getByText('Phải còn ít nhất một quản trị viên.').waitFor()
    await check('last-admin')
    await close()
  })

  test.each(WIDTHS)('an approver reads and filters the trail, at %i px', async (width) => {
    const { page, check, close } = await browser.open(program.url, '/audit', {
      as: program.as.approver,
      width,
    })
    await page.getByText('Mời người mới').first().waitFor()
    await check('audit')
    await page.getByRole('combobox', { name: 'Việc' }).click()
    await page.getByRole('option', { name: 'Nhận lời mời' }).click()
    await fill(page, 'Có chữ', NAMES.viewer)
    await press(page, 'Lọc')
    await page
      .getByRole('article')
      .filter({ hasText: NAMES.editor })
      .first()
      .waitFor({ state: 'detached' })
    expect(await page.getByRole('article').allTextContents()).toEqual([
      expect.stringMatching(/^Nhận lời mời.*Vũ Xem$/),
    ])
    await check('audit-filtered')
    await fill(page, 'Có chữ', 'không có chữ này đâu')
    await press(page, 'Lọc')
    await page.getByText('Không có việc nào khớp với bộ lọc.').waitFor()
    await close()
  })

  test.each(WIDTHS)(
    'somebody turns the second factor on, and is asked for it, at %i px',
    async (width) => {
      const role = width < 700 ? 'viewer' : 'editor'
      const { page, check, close } = await browser.open(program.url, '/account', {
        as: program.as[role],
        width,
      })
      await page.getByText('Chưa bật').waitFor()
      await check('account')
      await press(page, 'Bật xác thực hai lớp')
      await page.getByRole('img', { name: 'Mã QR cho ứng dụng xác thực' }).waitFor()
      const dialog = page.getByRole('dialog')
      const secret = (await dialog.locator('b').textContent())?.replaceAll(' ', '') ?? ''
      const code = () => new TOTP({ secret }).generate()
      await fill(page, '2. Nhập mã 6 số đang hiện', '000000')
      await fill(page, '3. Nhập mật khẩu hiện tại', PASSWORD)
      await dialog.getByRole('button', { name: 'Bật', exact: true }).click()
      await page.getByText('Mã chưa đúng.').waitFor()
      await check('second-factor')
      await fill(page, '2. Nhập mã 6 số đang hiện', code())
      await dialog.getByRole('button', { name: 'Bật', exact: true }).click()
      await page.getByText('Hãy cất các mã dự phòng').waitFor()
      await check('recovery-codes')
      const recovery = (await dialog.locator('code').first().textContent()) ?? ''
      await press(page, 'Tôi đã cất mã')
      await page.getByText('Còn 10 mã dự phòng').waitFor()

      await press(page, `Tài khoản của ${NAMES[role]}`)
      await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
      await fill(page, 'Email', emailOf(role))
      await fill(page, 'Mật khẩu', PASSWORD)
      await press(page, 'Đăng nhập')
      await page.getByText('Hãy nhập mã 6 số trong ứng dụng xác thực.').waitFor()
      await check('asks-code')
      await fill(page, 'Mã xác thực', recovery)
      await press(page, 'Đăng nhập')
      await page.getByText('Còn 9 mã dự phòng').waitFor()
      await close()
    },
  )

  test('a name that is a script is shown as it is, and does nothing', async () => {
    const { link } = await program.as.admin.ask('POST', '/people', {
      name: XSS,
      email: 'xss@loa.example',
      role: 'admin',
    })
    const { page, check, close } = await browser.open(program.url, '/people', {
      as: program.as.admin,
    })
    await page.getByRole('region', { name: XSS }).waitFor()
    await check('script-name')
    await page.goto(`${program.url}/console/audit`)
    await page.getByText(XSS).first().waitFor()
    await page.goto(`${program.url}${link}`)
    await page.reload()
    await page.getByText(`Chào ${XSS}`).waitFor()
    await fill(page, 'Mật khẩu', PASSWORD)
    await fill(page, 'Nhập lại mật khẩu', PASSWORD)
    await press(page, 'Lưu và vào bảng điều hành')
    await page.getByRole('heading', { name: `Chào ${XSS}` }).waitFor()
    await check('script-name-home')
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    await close()
  })
})
