import type { Locator, Page } from 'playwright-core'
import type { Role } from '../../src/storage/role'
import type { SampleConsole } from './open-sample-console'

/** A picture of the console in docs/huong-dan/hinh. */
export type Picture = {
  /** Of the file, without its ending. */
  name: string
  as: Role
  /** Within the console. */
  path: string
  /** Pixels from the top that are kept; all of the part where there is one. */
  height?: number
  /** Waits until the screen is there, and does on it what is to be seen. */
  prepare(page: Page): Promise<unknown>
  /** What is shown alone. */
  part?(page: Page): Locator
}

const ANSWER = '/answers/vneid-what'
const GUIDE = '/flows/activate-account'

const short = (page: Page) => page.getByLabel('Câu trả lời ngắn', { exact: true })
const preview = (page: Page) => page.getByRole('tabpanel').first().waitFor()

/** Every picture of the console. */
export function listPictures({ law, lawReview }: SampleConsole): Picture[] {
  return [
    {
      name: 'trang-chinh',
      as: 'approver',
      path: '/',
      height: 620,
      prepare: (page) => page.getByText('đính chính khẩn chờ bạn duyệt').waitFor(),
    },
    {
      name: 'sua-cau-tra-loi',
      as: 'editor',
      path: ANSWER,
      height: 804,
      async prepare(page) {
        await preview(page)
        await page
          .getByText(/bước|VNeID/)
          .first()
          .waitFor()
      },
    },
    {
      name: 'hoi-thu',
      as: 'editor',
      path: ANSWER,
      async prepare(page) {
        await page.getByLabel('Câu người dân hỏi').fill('dk dinh danh co mat tien ko')
        await page.getByRole('button', { name: 'Hỏi bản đang viết' }).click()
        await page.getByText(/^Bản đang viết:/).waitFor()
      },
      part: (page) => page.getByRole('region', { name: 'Hỏi thử' }),
    },
    {
      name: 'loi-nhac',
      as: 'editor',
      path: ANSWER,
      async prepare(page) {
        await short(page).fill('Bác gửi mã OTP cho Loa để được giúp.')
        await page.getByText(/đọc như đang hỏi mã OTP/).waitFor()
      },
      part: (page) => short(page).locator('xpath=../../..'),
    },
    {
      name: 'neu-dang',
      as: 'editor',
      path: '/answers/chip-no-tracking/replay',
      height: 722,
      prepare: (page) => page.getByText(/^Đã thử \d+ câu/).waitFor(),
    },
    {
      name: 'cho-duyet',
      as: 'approver',
      path: '/answers/waiting',
      height: 560,
      prepare: (page) => page.getByRole('link', { name: 'Xem và duyệt' }).waitFor(),
    },
    {
      name: 'cac-ban-truoc',
      as: 'approver',
      path: `${ANSWER}/history`,
      height: 690,
      prepare: (page) => page.getByRole('button', { name: 'Khôi phục bản này' }).first().waitFor(),
    },
    {
      name: 'chua-tra-loi',
      as: 'editor',
      path: '/unanswered',
      height: 742,
      async prepare(page) {
        const others = page.getByRole('button', { name: /cách hỏi khác/ })
        await others.first().click()
        await page.getByText('doi bang lai xe o dau vay').waitFor()
      },
    },
    {
      name: 'them-lam-vi-du',
      as: 'editor',
      path: '/unanswered',
      async prepare(page) {
        const card = page.getByRole('article').filter({ hasText: 'máy nghe trộm' })
        await card.getByRole('button', { name: 'Thêm làm ví dụ' }).click()
        await page.getByRole('dialog').getByText('Lấy những câu nào').waitFor()
      },
      part: (page) => page.getByRole('dialog'),
    },
    {
      name: 'huong-dan-cac-buoc',
      as: 'editor',
      path: GUIDE,
      height: 860,
      async prepare(page) {
        await page.getByRole('tab', { name: 'Danh sách bước' }).click()
        await page.getByRole('columnheader', { name: 'Dừng ở đây' }).waitFor()
      },
    },
    {
      name: 'huong-dan-sua-loi',
      as: 'editor',
      path: `${GUIDE}/edit`,
      height: 838,
      prepare: (page) =>
        page.getByRole('region', { name: 'Người dân sẽ thấy' }).getByText('Dấu hiệu').waitFor(),
    },
    {
      name: 'huong-dan-thu',
      as: 'editor',
      path: `${GUIDE}/try`,
      height: 920,
      async prepare(page) {
        await page.getByRole('button', { name: 'Đã được duyệt' }).click()
        await page.getByRole('log').getByText('Đã được duyệt').last().waitFor()
        await page.getByRole('link', { name: 'Xem, sửa lời của bước này' }).waitFor()
      },
    },
    {
      name: 'van-ban',
      as: 'editor',
      path: `/laws/${law}`,
      height: 720,
      prepare: (page) => page.getByRole('heading', { name: /^Câu trả lời: \d+/ }).waitFor(),
    },
    {
      name: 'danh-sach-xem-lai',
      as: 'editor',
      path: `/laws/reviews/${lawReview}`,
      height: 650,
      prepare: (page) => page.getByText(/^Đã xem lại 0/).waitFor(),
    },
    {
      name: 'lich-xem-lai',
      as: 'editor',
      path: '/reviews',
      height: 836,
      prepare: (page) => page.getByRole('table').waitFor(),
    },
    {
      name: 'viet-dinh-chinh',
      as: 'editor',
      path: '/urgent/new',
      height: 1032,
      async prepare(page) {
        const notice = page.getByLabel('Thông báo', { exact: true })
        await notice.fill('Phường Mẫu chuyển nơi cấp thẻ sang Nhà văn hóa từ sáng thứ Hai.')
        await page.getByRole('tabpanel').getByText('chuyển nơi cấp thẻ').waitFor()
      },
    },
    {
      name: 'duyet-dinh-chinh',
      as: 'approver',
      path: '/urgent',
      prepare: (page) =>
        page.getByRole('tabpanel').getByText('Sáng mai hệ thống cấp thẻ bảo trì').waitFor(),
      part: (page) => page.getByRole('article'),
    },
    {
      name: 'nguoi-cho',
      as: 'editor',
      path: '/waiting',
      height: 420,
      prepare: (page) => page.getByText('Chưa ai nhận').waitFor(),
    },
    {
      name: 'tra-loi-nguoi-dan',
      as: 'editor',
      path: '/waiting',
      height: 1060,
      async prepare(page) {
        await page.getByText('Đỗ Biên Tập đang trả lời').click()
        await page.getByRole('button', { name: 'Xong, trả lại cho Loa' }).waitFor()
      },
    },
    {
      name: 'so-lieu',
      as: 'viewer',
      path: '/numbers',
      height: 900,
      async prepare(page) {
        await page.getByRole('cell', { name: /^\d+$/ }).first().waitFor()
        await page.locator('.recharts-bar-rectangle').first().waitFor()
      },
    },
    {
      name: 'so-lieu-huong-dan',
      as: 'viewer',
      path: '/numbers',
      async prepare(page) {
        await page.getByRole('combobox', { name: 'Hướng dẫn' }).click()
        await page.getByRole('option', { name: /Kích hoạt tài khoản/ }).click()
        await page.getByText(/Làm xong cả hướng dẫn/).waitFor()
      },
      part: (page) => page.locator('section[aria-labelledby=funnel]'),
    },
  ]
}
