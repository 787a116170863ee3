import { openSmallConsole, type SmallConsole, saveDraft } from '../answers/small-console'
import { type ConsolePage, describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(240_000)

const XSS = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'

describeInBrowser('entries in the browser', (browser) => {
  let loa: SmallConsole
  let opened: ConsolePage[]

  beforeEach(async () => {
    loa = await openSmallConsole()
    opened = []
  })
  afterEach(async () => {
    await Promise.all(opened.map((one) => one.close()))
    await loa.close()
  })

  async function open(path: string, as: keyof SmallConsole['as'], width: number = WIDTHS[0]) {
    const screen = await browser.open(loa.url, path, { as: loa.as[as], width })
    opened.push(screen)
    return screen
  }

  test.each(WIDTHS)('written, tried, replayed and approved, %i px wide', async (width) => {
    const { page, check } = await open('/answers', 'editor', width)
    await page.getByLabel('Tìm', { exact: true }).fill('theo doi')
    await page.getByText('1 câu trả lời').waitFor()
    await check('answers-list')
    await page.getByRole('link', { name: 'Chip trên thẻ có theo dõi mình không?' }).click()

    // Typed: how it looks, and what is wrong, come by themselves.
    const short = page.getByLabel('Câu trả lời ngắn', { exact: true })
    await short.fill('Bác gửi mã OTP cho Loa.')
    await page.getByText(/đọc như đang hỏi mã OTP/).waitFor()
    await page.getByRole('tabpanel').getByText('Bác gửi mã OTP cho Loa.').waitFor()
    await check('answers-form-with-mistake')
    await short.fill('Không ai theo dõi bác qua con chip.')
    const examples = page.getByLabel('Các cách người dân hỏi')
    await examples.fill(`${await examples.inputValue()}\nTAI cau hoi so 3\nai rình tôi`)
    await page.getByText(/“TAI cau hoi so 3”: câu ví dụ này đã có ở mục "app"/).waitFor()
    await examples.fill((await examples.inputValue()).replace('TAI cau hoi so 3\n', ''))
    await page.getByText(/“TAI cau hoi so 3”/).waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Zalo Bot' }).click()
    await page.getByText('Nút “Tải ứng dụng” thành một dòng chữ').waitFor()

    await page.getByLabel('Câu người dân hỏi').fill('ai rinh toi')
    await page.getByRole('button', { name: 'Hỏi bản đang viết' }).click()
    await page.getByText(/Bản đang viết: trả lời bằng/).waitFor()
    await page.getByText(/giống câu “ai rình tôi”/).waitFor()
    await page.getByLabel('Vì sao sửa').fill('nói rõ hơn')
    await page.getByRole('button', { name: 'Lưu nháp' }).click()
    await page.getByText(/Đang xem nháp \(Đỗ Biên Tập/).waitFor()
    await check('answers-form')

    await page.getByRole('link', { name: 'Nếu đăng thì điều gì thay đổi?' }).click()
    await page.getByText(/Đã thử 0 câu người dân hỏi/).waitFor()
    await check('answers-replay')
    await page.getByRole('link', { name: 'Về câu trả lời' }).click()
    await page.getByRole('button', { name: 'Gửi duyệt' }).click()
    await page.getByText('Bạn là người viết; một người khác có quyền duyệt sẽ đăng.').waitFor()

    const second = await open('/', 'approver', width)
    await second.page.getByText('câu trả lời chờ bạn duyệt').click()
    await second.page.getByText('Không ai theo dõi bác qua con chip.').waitFor()
    await second.check('answers-waiting')
    await second.page.getByRole('link', { name: 'Xem và duyệt' }).click()
    await second.page.getByRole('button', { name: 'Duyệt và đăng' }).click()
    await second.page.getByText(/Người dân được trả lời theo bản mới/).waitFor()
    expect(loa.fileOf('chip').read()).toContain('Không ai theo dõi bác qua con chip.')

    await second.page.getByRole('link', { name: 'Các bản trước, khôi phục' }).click()
    await second.page.getByText('Thêm: ai rình tôi').waitFor()
    await second.check('answers-history')
    await second.page.getByRole('button', { name: 'Khôi phục bản này' }).click()
    await second.page.getByRole('button', { name: 'Khôi phục', exact: true }).click()
    await second.page.getByText('Đã gửi duyệt việc khôi phục.').waitFor()
  })

  test.each(WIDTHS)('two editors at once: what both wrote is kept, %i px wide', async (width) => {
    const first = await open('/answers/chip', 'editor', width)
    const second = await open('/answers/chip', 'approver', width)
    const fill = (screen: ConsolePage, label: string, text: string) =>
      screen.page
        .locator('input, textarea')
        .and(screen.page.getByLabel(label, { exact: true }))
        .fill(text)
    await fill(first, 'Câu trả lời ngắn', 'Lời của người thứ nhất.')
    await fill(first, 'Nơi chịu trách nhiệm', 'Phòng Tuyên truyền')
    await fill(second, 'Câu trả lời ngắn', 'Lời của người thứ hai.')
    await first.page.getByRole('button', { name: 'Lưu nháp' }).click()
    await first.page.getByText(/Đang xem nháp \(Đỗ Biên Tập/).waitFor()
    await second.page.getByRole('button', { name: 'Lưu nháp' }).click()
    await second.page.getByText('Đỗ Biên Tập vừa sửa nháp này.').waitFor()
    await second.check('answers-conflict')
    const settle = second.page.getByRole('button', { name: 'Gộp lại, xem rồi lưu' })
    expect(await settle.isDisabled()).toBe(true)
    await second.page.getByLabel('Giữ của tôi').check()
    await settle.click()
    const owner = second.page.getByRole('combobox', { name: 'Nơi chịu trách nhiệm' })
    expect(await owner.inputValue()).toBe('Phòng Tuyên truyền')
    await second.page.getByRole('button', { name: 'Lưu nháp' }).click()
    await second.page.getByText(/Đang xem nháp \(Trần Duyệt/).waitFor()
    const { draft } = await loa.as.editor.ask('GET', '/answers/entries/chip')
    expect(draft.form).toMatchObject({
      answer: { short: 'Lời của người thứ hai.' },
      owner: 'Phòng Tuyên truyền',
    })
  })

  test('a text of any field is text, wherever it is shown', async () => {
    const { published } = await loa.as.editor.ask('GET', '/answers/entries/chip')
    await saveDraft(loa.as.editor, 'chip', {
      question: XSS,
      label: XSS,
      examples: [...published.form.examples, XSS],
      answer: { short: XSS, detail: XSS, channels: { zalo: { short: XSS } } },
      buttons: [{ link: `javascript:window.hacked=1`, title: XSS }],
      owner: XSS,
      subject: XSS,
      aspect: XSS,
    })
    for (const path of ['/answers', '/answers/chip', '/answers/chip/replay', '/answers/waiting']) {
      const { page, check } = await open(path, 'approver')
      await page.waitForLoadState('networkidle')
      await check(`answers-xss${path.replaceAll('/', '-')}`)
      expect(await page.evaluate('window.hacked')).toBeUndefined()
      expect(await page.locator('main img').count()).toBe(0)
    }
  })

  test('a new entry; who leaves without saving is asked; a viewer only reads', async () => {
    const { page, check } = await open('/answers/new', 'editor', 390)
    await page.getByLabel('Câu hỏi', { exact: true }).fill('Mất thẻ thì làm gì?')
    await page.getByRole('link', { name: 'Về danh sách' }).click()
    await page.getByText('Rời trang này thì những gì vừa viết sẽ mất.').waitFor()
    await check('answers-leaving')
    await page.getByRole('button', { name: 'Ở lại viết tiếp' }).click()
    await page.getByRole('button', { name: 'Lưu nháp' }).click()
    await page.waitForURL(/\/answers\/mat-the-thi-lam-gi$/)
    await page.getByText(/Mục mới, chưa đăng/).waitFor()
    await page.getByRole('button', { name: 'Gửi duyệt' }).click()
    await page.getByText(/Còn \d+ lỗi phải sửa trước khi đăng/).waitFor()

    const viewer = await open('/answers/chip', 'viewer')
    const short = viewer.page.getByLabel('Câu trả lời ngắn', { exact: true })
    expect(await short.isDisabled()).toBe(true)
    expect(await viewer.page.getByRole('button', { name: 'Lưu nháp' }).count()).toBe(0)
    await viewer.check('answers-viewer')
  })
})
