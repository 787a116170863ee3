import { z } from 'zod'

const line = (when: string) => z.string().min(1).max(300).describe(when)

/** What stands on the pages that people read and forward, beside answers and guides: `pages` of messages.yaml. */
export const pageWordsSchema = z.strictObject({
  home: line('Tên trang liệt kê mọi câu hỏi, và đường dẫn về đó'),
  guides: line('Tiêu đề danh sách hướng dẫn'),
  search: line('Tên ô tìm'),
  search_button: line('Nút tìm'),
  found: line('Tiêu đề kết quả; {text}: điều đã tìm'),
  nothing_found: line('Khi không tìm thấy; {text}'),
  popular: line('Tiêu đề các câu hay hỏi'),
  meant: line('Khi địa chỉ gần giống một mục'),
  not_found: line('Tiêu đề trang không có'),
  not_found_why: line('Vì sao không có trang, và làm gì tiếp'),
  gone: line('Tiêu đề trang của mục đã xóa'),
  gone_since: line('Mục đã xóa từ ngày {date}'),
  moved: line('Đường dẫn cũ đã chuyển từ ngày {date}'),
  ask: line('Tiêu đề các nút hỏi'),
  ask_here: line('Nút hỏi ngay trên trang web'),
  ask_zalo: line('Nút hỏi trên Zalo'),
  ask_messenger: line('Nút hỏi trên Messenger'),
  zalo_code: line('Cạnh nút Zalo; {code} nhắn làm tin đầu tiên'),
  steps: line('Đường dẫn tới trang hướng dẫn'),
  official: line('Tiêu đề các đường dẫn chính thức'),
  related: line('Tiêu đề các câu hỏi liên quan'),
  source: line('Tiêu đề nguồn'),
  guide_intro: line('Đầu trang hướng dẫn'),
  guide_begin: line('Nút làm từng bước cùng Loa'),
  step: line('Đầu mỗi bước; {number}'),
  end: line('Đầu bước kết thúc nằm ngoài đường chính'),
  cases: line('Tiêu đề các bước ngoài đường chính'),
  case: line('Trước bước mà một lựa chọn dẫn tới; {choice}'),
  go_on: line('Trước bước tiếp theo của một bước ngoài đường chính'),
  age: line('Trước bước dành cho một khoảng tuổi; {range}'),
  days: line('Trước bước dành cho một khoảng ngày; {range}'),
  between: line('Khoảng {from} đến {to}'),
  at_least: line('Khoảng từ {from}'),
  at_most: line('Khoảng đến {to}'),
  useful: line('Hỏi trang có ích không'),
  useful_yes: line('Nút có ích'),
  useful_thanks: line('Sau khi bấm có ích'),
  on_paper: line('Cuối trang in; {address}'),
  about: line('Chân trang; {organiser}'),
})

/** See {@link pageWordsSchema}. */
export type PageWords = z.infer<typeof pageWordsSchema>
