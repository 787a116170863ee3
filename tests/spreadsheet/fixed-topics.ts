/** Two entries that stand in for the campaign's own of these ids, so that a better answer breaks no test. */
export const FIXED_TOPICS: Readonly<Record<string, string>> = {
  'knowledge/topics/card-fee.yaml': `id: card-fee
group: law
label: Lệ phí thẻ căn cước
question: Lệ phí làm mới, đổi, cấp lại thẻ căn cước là bao nhiêu?
subject: card
aspect: cost
examples:
  - ví dụ một của mục lệ phí
  - ví dụ hai của mục lệ phí
  - ví dụ ba của mục lệ phí
  - ví dụ bốn của mục lệ phí
  - ví dụ năm của mục lệ phí
  - ví dụ sáu của mục lệ phí
answer:
  short: >-
    Làm thẻ lần đầu không mất tiền. Đến hết 31/12/2026: đổi CCCD sang thẻ căn cước 15.000 đồng, đổi thẻ căn cước 25.000 đồng,
    cấp lại 35.000 đồng. Riêng đổi khi đến tuổi, nên hỏi trước khi nộp.
  detail: |-
    Mức trên bằng 50% "mức gốc".

    1. Hỏi trước khi nộp.
    2. Giữ biên lai.
buttons:
  - topic: card-where-to-get
  - topic: renewal-ages
  - topic: card-lost
sources:
  - fact: f2.12
  - fact: f1.12
valid_from: 2025-07-01
valid_until: 2026-12-31
reviewed_on: 2026-11-24
review_by: 2026-12-20
owner: Ban Tuyên giáo và Dân vận Thành ủy Hà Nội
`,
  'knowledge/topics/hotline.yaml': `id: hotline
group: safety
label: Số tổng đài hỗ trợ
question: Gọi số tổng đài nào để được hỗ trợ về VNeID, căn cước?
subject: vneid
aspect: contact
examples:
  - ví dụ một của mục tổng đài
  - ví dụ hai của mục tổng đài
  - ví dụ ba của mục tổng đài
  - ví dụ bốn của mục tổng đài
  - ví dụ năm của mục tổng đài
  - ví dụ sáu của mục tổng đài
answer:
  short: >-
    Gọi 1900 0368, tổng đài của Bộ Công an.
  detail: |-
    Khi gọi:
    1. Tự bấm số 1900 0368, không gọi lại số lạ vừa gọi đến.
    2. Nghe lời hướng dẫn rồi chọn phím theo việc cần hỏi.
    3. Không đọc OTP, mật khẩu, passcode cho bất cứ ai.
notes: [ward-police]
buttons:
  - topic: talk-to-human
sources:
  - fact: f6.2
valid_from: 2023-06-21
valid_until: null
reviewed_on: 2026-11-24
review_by: 2027-02-24
owner: Ban Tuyên giáo và Dân vận Thành ủy Hà Nội
`,
}
