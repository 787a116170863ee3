import { createCitizen } from '../citizen'
import {
  approve,
  GUIDE,
  type GuideConsole,
  openGuideConsole,
  saveWords,
} from '../flows/guide-console'
import { type OpenConsole, openConsole } from '../open-console'
import { type ConsolePage, describeInBrowser, WIDTHS } from './open-browser'

jest.setTimeout(240_000)

const XSS = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
/** As many as are shown. */
const PEOPLE = 6

describeInBrowser('guides in the browser', (browser) => {
  let loa: GuideConsole

  beforeEach(async () => {
    loa = await openGuideConsole()
  })
  afterEach(() => loa.close())

  const open = (path: string, as: keyof GuideConsole['as'], width: number = WIDTHS[0]) =>
    browser.open(loa.url, path, { as: loa.as[as], width })

  test.each(WIDTHS)('who came how far, as a list and as a picture, %i px wide', async (width) => {
    for (let person = 0; person < PEOPLE; person++) {
      const citizen = createCitizen(loa, `30000${person}`)
      await citizen.press('flow:lost-card')
      if (person > 0) await citizen.press('step:lost-card/who/lost')
    }
    const { page, check } = await open('/flows', 'viewer', width)
    await page.getByText('Bắt đầu: 5 · Làm xong: 0').waitFor()
    await check('flows-list')
    await page.getByRole('link', { name: 'Mất thẻ căn cước' }).click()
    const first = width > 700 ? 'Sơ đồ' : 'Danh sách bước'
    await page.getByRole('tab', { name: first, selected: true }).waitFor()
    await check('flows-guide-first')
    await page.getByRole('tab', { name: 'Danh sách bước' }).click()
    const row = page.getByRole('row', { name: /Đến Công an phường báo/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['5', '5', '0'])
    await page.getByText('“Bị mất”: tới bước 3').waitFor()
    await page.getByText('“đến 13 tuổi”: về bước 1').waitFor()
    await page.getByRole('tab', { name: 'Sơ đồ' }).click()
    const picture = page.getByRole('img', { name: /Sơ đồ Mất thẻ căn cước/ })
    await picture.getByText('tới 5 · dừng 5').first().waitFor()
    await picture.getByText('Bị hỏng', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Lớn hơn' }).click()
    await check('flows-guide-picture')
  })

  test.each(WIDTHS)('tried as on each channel, %i px wide', async (width) => {
    await saveWords(loa.as.editor, { 'steps.report.text': 'Bác báo công an nhé.' })
    const { page, check } = await open('/flows/lost-card/try', 'viewer', width)
    await page.getByText('Đang thử lời trong nháp của Đỗ Biên Tập, chưa đăng.').waitFor()
    await page.getByRole('button', { name: 'Bị hỏng' }).click()
    await page.getByText('Bác bao nhiêu tuổi?').waitFor()
    await page.getByLabel('Gõ như người dân').fill('40')
    await page.getByRole('button', { name: 'Gửi' }).click()
    await page.getByText('Bác báo công an nhé.').waitFor()
    await check('flows-try')
    await page.getByText('Messenger', { exact: true }).click()
    await page.getByText('Bác báo công an nhé.').waitFor()
    await page.getByRole('button', { name: 'Xong rồi' }).click()
    await page.getByText('- Thẻ: Bị hỏng').waitFor()
    await page.getByRole('button', { name: 'Bỏ lượt vừa rồi' }).click()
    await page.getByText('- Thẻ: Bị hỏng').waitFor({ state: 'detached' })
    await page.getByText('Zalo Bot', { exact: true }).click()
    await page.getByText('Kênh này hiện chữ trên nút khác', { exact: false }).waitFor()
    await check('flows-try-zalo-bot')
    await page.getByRole('button', { name: 'Làm lại từ đầu' }).click()
    await page.getByText('Kênh này hiện chữ trên nút khác').waitFor({ state: 'detached' })
  })

  test.each(WIDTHS)('written, looked at and approved, %i px wide', async (width) => {
    const citizen = createCitizen(loa, '300001')
    await citizen.press('flow:lost-card')
    const { page, check } = await open('/flows/lost-card', 'editor', width)
    await page.getByRole('link', { name: 'Lời của các bước' }).click()
    const title = page.getByLabel('Chữ trên nút').first()
    await title.fill('Thẻ của tôi bị mất rồi')
    await page.getByText(/Phải sửa: .*20/).waitFor()
    await page.getByRole('combobox', { name: 'Bước 1 trong 4' }).waitFor()
    await page.getByText('Messenger', { exact: true }).click()
    await page.getByText(/Nút “Thẻ của tôi bị mất rồi” bị cắt còn/).waitFor()
    await check('flows-edit-with-mistake')
    await title.fill('Mất thẻ')
    await page.getByText(/Phải sửa/).waitFor({ state: 'detached' })
    await page.getByLabel('Lời của bước', { exact: true }).fill('Thẻ bị sao, bác ơi?')
    await page.getByRole('region', { name: 'Người dân sẽ thấy' }).getByText('bác ơi').waitFor()
    await page.getByRole('button', { name: 'Bước sau' }).click()
    await page.getByLabel('Lời khi không đọc được điều vừa gõ').fill('Bác gõ một con số.')
    await page.getByRole('button', { name: 'Lưu nháp' }).click()
    await page.getByText(/Đang xem nháp \(Đỗ Biên Tập/).waitFor()
    await page.getByRole('heading', { name: 'Nháp này sửa' }).waitFor()
    await check('flows-edit')

    await page.getByRole('link', { name: 'Nếu đăng thì điều gì thay đổi?' }).click()
    await page.getByText('bước who: 1 người chuyển sang bản mới, đúng chỗ đang làm').waitFor()
    await page.getByText('Họ sẽ thấy: Thẻ bị sao, bác ơi?').waitFor()
    await check('flows-replay')
    await page.getByRole('link', { name: 'Lời của các bước' }).click()
    await page.getByRole('button', { name: 'Gửi duyệt' }).click()
    await page.getByText('Bạn là người viết; một người khác có quyền duyệt sẽ đăng.').waitFor()

    const second = await open('/', 'approver', width)
    await second.page.getByText('hướng dẫn chờ bạn duyệt').click()
    await second.page.getByText('Chờ duyệt của Đỗ Biên Tập').click()
    await second.page.getByText('Bác gõ một con số.').first().waitFor()
    await second.check('flows-approve')
    await second.page.getByRole('button', { name: 'Duyệt và đăng' }).click()
    await second.page.getByText(/Người dân được trả lời theo bản mới/).waitFor()
    expect(loa.guide.read()).toContain('title: Mất thẻ # không quá 20 chữ')
    await second.page.getByRole('link', { name: 'Các bản trước', exact: true }).click()
    await second.page.getByText('Bỏ:').or(second.page.getByText('Nay:')).first().waitFor()
    await second.check('flows-history')
  })

  test('two editors at once: what both wrote is kept', async () => {
    const fill = async ({ page }: ConsolePage, label: string, text: string) =>
      page
        .locator('textarea')
        .and(page.getByLabel(label, { exact: true }))
        .first()
        .fill(text)
    const first = await open('/flows/lost-card/edit', 'editor')
    const second = await open('/flows/lost-card/edit', 'approver', 390)
    await fill(first, 'Lời của bước', 'Lời của người thứ nhất.')
    await fill(first, 'Bước này trong một câu, khi nhắc lại', 'Một câu mới.')
    await fill(second, 'Lời của bước', 'Lời của người thứ hai.')
    await first.page.getByRole('button', { name: 'Lưu nháp' }).click()
    await first.page.getByText(/Đang xem nháp \(Đỗ Biên Tập/).waitFor()
    await second.page.getByRole('button', { name: 'Lưu nháp' }).click()
    await second.page.getByText('Đỗ Biên Tập vừa sửa nháp này.').waitFor()
    await second.check('flows-conflict')
    await second.page.getByLabel('Giữ của tôi').check()
    await second.page.getByRole('button', { name: 'Gộp lại, xem rồi lưu' }).click()
    await second.page.getByRole('button', { name: 'Lưu nháp' }).click()
    await second.page.getByText(/Đang xem nháp \(Trần Duyệt/).waitFor()
    const { draft } = await loa.as.editor.ask('GET', '/flows/lost-card')
    expect(draft.form).toMatchObject({
      'steps.who.text': 'Lời của người thứ hai.',
      'steps.who.short': 'Một câu mới.',
    })
  })

  test('words of any field are text, wherever they are shown', async () => {
    const { published } = await loa.as.editor.ask('GET', '/flows/lost-card')
    const { draft } = await saveWords(
      loa.as.editor,
      Object.fromEntries(
        Object.entries(published.form).map(([field, old]) => {
          const isButton = /choices/.test(field) && !Array.isArray(old)
          const short = isButton ? '<b onclick=a>x</b>' : '<img src=x onerror="window.hacked=1">'
          return [field, Array.isArray(old) ? [XSS] : /text$/.test(field) ? XSS : short]
        }),
      ),
    )
    const look = async (paths: string[]) => {
      for (const path of paths) {
        const { page, check } = await open(path, 'approver')
        await page.getByText('onerror').first().waitFor({ state: 'attached' })
        await check(`flows-xss${path.replaceAll(/[/?=]/g, '-')}`)
        expect(await page.evaluate('window.hacked')).toBeUndefined()
        expect(await page.locator('main img').count()).toBe(0)
      }
    }
    await look(['/flows/lost-card/edit', '/flows/lost-card/try'])
    await approve(loa, draft.version)
    await look(['/flows', '/flows/lost-card', '/flows/lost-card/history'])
    expect(loa.guide.read()).not.toBe(GUIDE)
  })
})

describeInBrowser('the guides that citizens are given, in the browser', (browser) => {
  let loa: OpenConsole

  beforeAll(async () => {
    loa = await openConsole()
  })
  afterAll(() => loa.stop())

  test.each(WIDTHS)('a long one is a picture and a list, %i px wide', async (width) => {
    const { page, check } = await browser.open(loa.url, '/flows', { as: loa.as.editor, width })
    await page.getByText('Bắt đầu: 0').first().waitFor()
    await check('flows-real-list')
    await page.getByRole('link', { name: 'Đăng ký tài khoản định danh mức 1 tại nhà' }).click()
    await page.getByText('Chưa ai làm hướng dẫn này trong 30 ngày qua.', { exact: false }).waitFor()
    await page.getByRole('tab', { name: 'Sơ đồ' }).click()
    await page.getByRole('img').getByText('1. Bác đăng ký mức 1 cho').waitFor()
    await check('flows-real-picture')
    await page.getByRole('tab', { name: 'Danh sách bước' }).click()
    await page.getByText('làm trước').first().waitFor()
    await check('flows-real-steps')
    await page.getByRole('link', { name: 'Lời của các bước' }).click()
    await page.getByRole('combobox', { name: /^Bước 1 trong / }).click()
    await page.getByRole('option', { name: /^5\. / }).click()
    await page
      .getByText('Các cách gõ khác')
      .or(page.getByText('khi không đọc được'))
      .first()
      .waitFor()
    await check('flows-real-words')
  })
})
