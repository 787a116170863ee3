/** An edit of one file of `small-content/`. */
export type Edit = { file: string; from: string | RegExp; to: string }

export const CHIP = 'knowledge/topics/chip.yaml'
export const APP = 'knowledge/topics/app.yaml'
export const SETTINGS = 'knowledge/settings.yaml'
const NOTES = 'knowledge/notes.yaml'
const OUTSIDE = 'knowledge/outside.yaml'
const REDIRECTS = 'knowledge/redirects.yaml'
const FACTS = 'knowledge/facts.yaml'
const UNITS = 'knowledge/units.yaml'
export const FLOW = 'flows/start.yaml'

/** Deliberate mistakes of every kind, and every line that the check tells of each. */
export const mistakes: readonly (Edit & { name: string; lines: string[] })[] = [
  {
    name: 'YAML that cannot be read',
    file: CHIP,
    from: 'notes: [where-to-ask]',
    to: 'notes: [where-to-ask',
    lines: [
      'knowledge/topics/chip.yaml:12:1: YAML viết chưa đúng (BAD_INDENT): dòng lùi vào chưa đúng, hoặc thiếu ngoặc đóng; so với các dòng cạnh nó',
    ],
  },
  {
    name: 'a missing field',
    file: CHIP,
    from: 'label: Chip theo dõi?\n',
    to: '',
    lines: [
      'knowledge/topics/chip.yaml:2:1: label: thiếu "label"; thêm vào. Chữ trên nút dẫn tới mục này, đọc riêng cũng hiểu; tối đa 20 ký tự',
    ],
  },
  {
    name: 'a misspelt field',
    file: CHIP,
    from: 'label:',
    to: 'lable:',
    lines: ['knowledge/topics/chip.yaml:4:1: không có mục "lable"; có phải "label" không?'],
  },
  {
    name: 'a field that nobody knows',
    file: CHIP,
    from: 'group: card',
    to: 'group: card\ncolour: red',
    lines: [
      'knowledge/topics/chip.yaml:4:1: không có mục "colour"; bỏ đi, hoặc dùng: id, group, label, question, subject, aspect, covers, examples, answer, notes, buttons, opens, sources, valid_from, valid_until, reviewed_on, review_by, owner, off',
    ],
  },
  {
    name: 'an unknown group',
    file: CHIP,
    from: 'group: card',
    to: 'group: thẻ',
    lines: [
      'knowledge/topics/chip.yaml:3:8: group: phải là một trong: campaign, card, vneid, howto, services, trouble, law, safety, bot. Nhóm của mục',
    ],
  },
  {
    name: 'a label over 20 characters',
    file: CHIP,
    from: 'Chip theo dõi?',
    to: 'Chip trên thẻ có theo dõi',
    lines: [
      'knowledge/topics/chip.yaml:4:8: label: dài 25 ký tự, quá 20; rút gọn. Chữ trên nút dẫn tới mục này, đọc riêng cũng hiểu; tối đa 20 ký tự',
    ],
  },
  {
    name: 'a short answer over 300 characters',
    file: APP,
    from: 'Tải từ App Store hoặc CH Play.',
    to: `${'Dài '.repeat(100)}`,
    lines: [
      'knowledge/topics/app.yaml:9:10: answer.short: dài 399 ký tự, quá 300; rút gọn. Câu trả lời, đọc riêng đã đủ ý; tối đa 300 ký tự',
    ],
  },
  {
    name: 'a number where words belong',
    file: CHIP,
    from: 'label: Chip theo dõi?',
    to: 'label: 42',
    lines: [
      'knowledge/topics/chip.yaml:4:8: label: phải là chữ; có dấu : hoặc # thì đặt trong ngoặc kép. Chữ trên nút dẫn tới mục này, đọc riêng cũng hiểu; tối đa 20 ký tự',
    ],
  },
  {
    name: 'a date that is none',
    file: CHIP,
    from: 'reviewed_on: 2026-11-01',
    to: 'reviewed_on: 2026-13-40',
    lines: [
      'knowledge/topics/chip.yaml:23:14: reviewed_on: ngày viết theo dạng 2026-11-24. Ngày soát lại gần nhất',
    ],
  },
  {
    name: 'a link that is no address',
    file: CHIP,
    from: 'https://vneid.gov.vn/a',
    to: 'vneid.gov.vn',
    lines: [
      'knowledge/topics/chip.yaml:15:11: buttons.2.link: đường dẫn viết đủ, ví dụ https://vneid.gov.vn. Đường dẫn https tới trang chính thức; tên miền phải có trong settings.yaml',
    ],
  },
  {
    name: 'a misspelt word in a button',
    file: CHIP,
    from: '- flow: start',
    to: '- flwo: start',
    lines: [
      'knowledge/topics/chip.yaml:14:5: buttons.1: không có mục "flwo"; có phải "flow" không?',
    ],
  },
  {
    name: 'a misspelt word in a source',
    file: CHIP,
    from: '- claim: c1.1',
    to: '- clam: c1.1',
    lines: [
      'knowledge/topics/chip.yaml:18:5: sources.0: không có mục "clam"; có phải "claim" không?',
    ],
  },
  {
    name: "an id that is not the file's name",
    file: CHIP,
    from: 'id: chip',
    to: 'id: chips',
    lines: ['knowledge/topics/chip.yaml:2:5: id "chips" phải trùng tên tệp; đổi một trong hai'],
  },
  {
    name: 'an id that outside business has too',
    file: OUTSIDE,
    from: 'id: passport',
    to: 'id: chip',
    lines: [
      'knowledge/outside.yaml:2:7: id "chip" đã là một mục (knowledge/topics/chip.yaml); đặt id khác',
    ],
  },
  {
    name: 'an id that is twice in a file',
    file: FACTS,
    from: 'id: f1.4',
    to: 'id: f1.3',
    lines: ['knowledge/facts.yaml:26:7: id "f1.3" đã dùng ở dòng 18; đặt id khác'],
  },
  {
    name: 'a label that another entry has',
    file: CHIP,
    from: 'label: Chip theo dõi?',
    to: 'label: Tải ứng dụng',
    lines: [
      'knowledge/topics/chip.yaml:4:8: lưu ý: label này đã có ở mục "app"; đặt chữ khác để phân biệt hai nút',
    ],
  },
  {
    name: 'a button that leads nowhere',
    file: CHIP,
    from: 'topic: app',
    to: 'topic: apps',
    lines: [
      'knowledge/topics/chip.yaml:13:12: nút dẫn tới mục "apps" không có; có phải "app" không?',
    ],
  },
  {
    name: 'a button that leads back to its entry',
    file: CHIP,
    from: 'topic: app',
    to: 'topic: chip',
    lines: [
      'knowledge/topics/chip.yaml:13:12: nút dẫn về chính mục này; chọn mục khác hoặc bỏ nút',
    ],
  },
  {
    name: 'a button that opens no guide',
    file: CHIP,
    from: 'flow: start',
    to: 'flow: nowhere',
    lines: [
      'knowledge/topics/chip.yaml:14:11: nút mở hướng dẫn "nowhere" không có; sửa id hoặc bỏ nút',
    ],
  },
  {
    name: 'a guide to open that does not exist',
    file: APP,
    from: 'opens: start',
    to: 'opens: stat',
    lines: ['knowledge/topics/app.yaml:10:8: hướng dẫn "stat" không có; có phải "start" không?'],
  },
  {
    name: 'a claim that does not exist',
    file: CHIP,
    from: 'claim: c1.1',
    to: 'claim: c1.2',
    lines: ['knowledge/outline.yaml:10:9: chưa mục nào dẫn ý c1.1; thêm vào sources của một mục'],
  },
  {
    name: 'a fact that does not exist',
    file: CHIP,
    from: 'fact: f1.1',
    to: 'fact: f9.9',
    lines: ['knowledge/topics/chip.yaml:19:5: facts.yaml không có điều "f9.9"; sửa mã'],
  },
  {
    name: 'no sources',
    file: APP,
    from: 'sources:\n  - claim: c1.2\n',
    to: '',
    lines: [
      'knowledge/outline.yaml:12:9: chưa mục nào dẫn ý c1.2; thêm vào sources của một mục',
      'knowledge/topics/app.yaml:2:1: thiếu sources: ghi ý của đề cương hoặc điều trong facts.yaml mà câu trả lời dựa vào',
    ],
  },
  {
    name: 'a note that does not exist',
    file: CHIP,
    from: '[where-to-ask]',
    to: '[where-to-aks]',
    lines: [
      'knowledge/notes.yaml:2:7: lưu ý: chưa mục nào dùng lời dặn "where-to-ask"; ghi mã này vào notes của một mục, hoặc bỏ',
      'knowledge/topics/chip.yaml:11:9: notes.yaml không có "where-to-aks"; có phải "where-to-ask" không?',
    ],
  },
  {
    name: 'an example of another entry, without marks',
    file: APP,
    from: '  - tải câu hỏi số 9',
    to: '  - CHIP, cau hoi so 9!',
    lines: [
      'knowledge/topics/chip.yaml:35:5: câu ví dụ này đã có ở mục "app" (knowledge/topics/app.yaml:25); giữ ở một nơi',
    ],
  },
  {
    name: 'the question of another entry, as outside business',
    file: OUTSIDE,
    from: 'lệ phí hộ chiếu',
    to: 'tai ung dung VNEID o dau',
    lines: [
      'knowledge/outside.yaml:8:7: câu ví dụ này đã có ở mục "app" (knowledge/topics/app.yaml:5); giữ ở một nơi',
    ],
  },
  {
    name: 'an example twice in its entry',
    file: CHIP,
    from: '  - chip câu hỏi số 9',
    to: '  - Chip câu hỏi số 8?',
    lines: ['knowledge/topics/chip.yaml:35:5: lưu ý: câu ví dụ này có hai lần trong mục; bỏ một'],
  },
  {
    name: 'too few examples',
    file: CHIP,
    from: '  - chip câu hỏi số 9\n',
    to: '',
    lines: ['knowledge/topics/chip.yaml:27:3: lưu ý: mới có 24 câu ví dụ; thêm cho đủ 25'],
  },
  {
    name: 'a published fact told as certain',
    file: CHIP,
    from: 'Theo thông tin công bố, thẻ',
    to: 'Thẻ',
    lines: [
      'knowledge/topics/chip.yaml:20:5: f1.2 chỉ là thông tin công bố (medium); thêm lời "theo thông tin công bố"',
    ],
  },
  {
    name: 'a published fact without a place to confirm it',
    file: CHIP,
    from: 'hỏi lại tại Công an phường',
    to: 'đúng như vậy',
    lines: [
      'knowledge/topics/chip.yaml:20:5: f1.2 chỉ là thông tin công bố (medium); nêu nơi hỏi lại: cơ quan, tổng đài hoặc trang chính thức',
    ],
  },
  {
    name: 'an unsure fact without anyone who knows',
    file: APP,
    from: '- claim: c1.2',
    to: '- claim: c1.2\n  - fact: f1.3',
    lines: [
      'knowledge/topics/app.yaml:13:5: f1.3 chưa chắc (low): không nói như sự thật, mà nêu cơ quan hoặc tổng đài biết rõ',
    ],
  },
  {
    name: 'a fact that holds no longer',
    file: APP,
    from: '- claim: c1.2',
    to: '- claim: c1.2\n  - fact: f1.4',
    lines: [
      'knowledge/topics/app.yaml:13:5: lưu ý: f1.4 chỉ áp dụng đến 2026-10-31; sửa câu trả lời và bỏ nguồn này',
    ],
  },
  {
    name: 'an answer too long for a channel',
    file: CHIP,
    from: 'thẻ bảo mật;',
    to: `thẻ bảo mật;${' rất dài'.repeat(100)} `,
    lines: [
      'knowledge/topics/chip.yaml:9:3: câu trả lời kèm lời dặn và nguồn dài 1019 ký tự, quá 800 của sms; rút gọn detail, hoặc ghi lời ngắn hơn cho kênh ấy ở answer.channels',
    ],
  },
  {
    name: 'words of its own for a channel that does not exist',
    file: APP,
    from: 'CH Play.',
    to: 'CH Play.\n  channels:\n    zalobot: {short: Tải từ kho chính thức.}',
    lines: ['knowledge/topics/app.yaml:11:14: không có kênh "zalobot"; có phải "zalo-bot" không?'],
  },
  {
    name: 'words of its own that are too long for their channel',
    file: CHIP,
    from: 'notes:',
    to: `  channels:\n    sms:\n      detail: Theo thông tin công bố, hỏi Công an${'. Rất dài'.repeat(100)}. \nnotes:`,
    lines: [
      'knowledge/topics/chip.yaml:13:7: câu trả lời kèm lời dặn và nguồn dài 1090 ký tự, quá 800 của sms; rút gọn detail, hoặc ghi lời ngắn hơn cho kênh ấy ở answer.channels',
    ],
  },
  {
    name: 'words of its own that tell a published fact as certain',
    file: CHIP,
    from: 'notes:',
    to: '  channels:\n    zalo:\n      detail: Thẻ bảo mật; hỏi Công an phường.\nnotes:',
    lines: [
      'knowledge/topics/chip.yaml:23:5: f1.2 chỉ là thông tin công bố (medium); thêm lời "theo thông tin công bố"',
    ],
  },
  {
    name: "a button's link outside the allowed domains",
    file: CHIP,
    from: 'https://vneid.gov.vn/a',
    to: 'https://vneid.gov.vn.evil.com/',
    lines: [
      'knowledge/topics/chip.yaml:15:11: địa chỉ https://vneid.gov.vn.evil.com/ không phải https thuộc tên miền được phép; sửa lại, hoặc thêm tên miền vào settings.yaml',
    ],
  },
  {
    name: 'a link in a detail',
    file: CHIP,
    from: 'thẻ bảo mật;',
    to: 'thẻ bảo mật (bit.ly/abc);',
    lines: [
      'knowledge/topics/chip.yaml:10:11: địa chỉ bit.ly không phải https thuộc tên miền được phép; sửa lại, hoặc thêm tên miền vào settings.yaml',
    ],
  },
  {
    name: 'a link in a note',
    file: NOTES,
    from: 'Xác nhận lại trước khi làm.',
    to: 'Xem http://vneid.gov.vn.',
    lines: [
      'knowledge/notes.yaml:3:9: địa chỉ http://vneid.gov.vn không phải https thuộc tên miền được phép; sửa lại, hoặc thêm tên miền vào settings.yaml',
    ],
  },
  {
    name: 'a link at an outside office',
    file: OUTSIDE,
    from: 'xuất nhập cảnh',
    to: 'xuất nhập cảnh, hochieu.com.vn',
    lines: [
      'knowledge/outside.yaml:4:11: địa chỉ hochieu.com.vn không phải https thuộc tên miền được phép; sửa lại, hoặc thêm tên miền vào settings.yaml',
    ],
  },
  {
    name: 'an answer that asks for a code',
    file: APP,
    from: 'Tải từ App',
    to: 'Bác gửi mã OTP cho Loa. Tải từ App',
    lines: [
      'knowledge/topics/app.yaml:9:10: đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại để không ai nghĩ Loa hỏi',
    ],
  },
  {
    name: 'a note that asks for an ID number',
    file: NOTES,
    from: 'Xác nhận lại trước khi làm.',
    to: 'Hãy nhắn số căn cước của mình.',
    lines: [
      'knowledge/notes.yaml:3:9: đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại để không ai nghĩ Loa hỏi',
    ],
  },
  {
    name: 'an office that asks for a password',
    file: OUTSIDE,
    from: 'office: Phòng',
    to: 'office: "Vui lòng gửi mật khẩu cho Phòng" #',
    lines: [
      'knowledge/outside.yaml:4:11: đọc như đang hỏi mã OTP, mật khẩu hoặc số giấy tờ; viết lại để không ai nghĩ Loa hỏi',
    ],
  },
  {
    name: 'an entry that has expired',
    file: CHIP,
    from: 'valid_until: null',
    to: 'valid_until: 2026-11-23',
    lines: [
      'knowledge/topics/chip.yaml:22:14: lưu ý: hết hiệu lực từ 2026-11-23; cập nhật câu trả lời',
    ],
  },
  {
    name: 'an entry that ends before it begins',
    file: CHIP,
    from: 'valid_until: null',
    to: 'valid_until: 2023-12-31',
    lines: [
      'knowledge/topics/chip.yaml:22:14: hết hiệu lực (2023-12-31) trước khi có hiệu lực (2024-01-01); sửa ngày',
    ],
  },
  {
    name: 'an entry that nobody has reviewed',
    file: CHIP,
    from: 'review_by: 2027-02-01',
    to: 'review_by: 2026-11-23',
    lines: [
      'knowledge/topics/chip.yaml:24:12: lưu ý: quá hạn soát lại (2026-11-23); soát rồi sửa reviewed_on, review_by',
    ],
  },
  {
    name: 'an entry without a day for review',
    file: CHIP,
    from: 'review_by: 2027-02-01\n',
    to: '',
    lines: ['knowledge/topics/chip.yaml:2:1: lưu ý: chưa hẹn ngày soát lại; ghi review_by'],
  },
  {
    name: 'a menu entry that does not exist',
    file: SETTINGS,
    from: '  - chip',
    to: '  - chjp',
    lines: ['knowledge/settings.yaml:17:5: trình đơn: không có mục "chjp"; có phải "chip" không?'],
  },
  {
    name: 'a family with an unknown subject',
    file: SETTINGS,
    from: '[card, app]',
    to: '[card, apps]',
    lines: ['knowledge/settings.yaml:15:12: chưa mục nào có subject "apps"; có phải "app" không?'],
  },
  {
    name: 'thresholds the wrong way round',
    file: SETTINGS,
    from: 'clarify: 0.25',
    to: 'clarify: 0.75',
    lines: ['knowledge/settings.yaml:13:12: clarify phải nhỏ hơn answer: hỏi lại khi chưa đủ chắc'],
  },
  {
    name: 'office hours the wrong way round',
    file: SETTINGS,
    from: 'from: "08:00"',
    to: 'from: "18:00"',
    lines: ['knowledge/settings.yaml:9:7: giờ mở 18:00 sau giờ đóng 17:00; sửa'],
  },
  {
    name: 'a page of a site that may show the chat',
    file: SETTINGS,
    from: 'menu:',
    to: 'embed_origins: ["https://phuong.hanoi.gov.vn/"]\nmenu:',
    lines: [
      'knowledge/settings.yaml:16:17: embed_origins.0: viết như https://phuong.hanoi.gov.vn hoặc https://*.hanoi.gov.vn, chữ thường, không có dấu / ở cuối',
    ],
  },
  {
    name: 'http of a site that may show the chat',
    file: SETTINGS,
    from: 'menu:',
    to: 'embed_origins: ["http://phuong.hanoi.gov.vn"]\nmenu:',
    lines: [
      'knowledge/settings.yaml:16:17: embed_origins.0: viết như https://phuong.hanoi.gov.vn hoặc https://*.hanoi.gov.vn, chữ thường, không có dấu / ở cuối',
    ],
  },
  {
    name: 'a whole top-level domain that may show the chat',
    file: SETTINGS,
    from: 'menu:',
    to: 'embed_origins: ["https://*.vn"]\nmenu:',
    lines: [
      'knowledge/settings.yaml:16:17: embed_origins.0: viết như https://phuong.hanoi.gov.vn hoặc https://*.hanoi.gov.vn, chữ thường, không có dấu / ở cuối',
    ],
  },
  {
    name: 'a policy smuggled in with a site',
    file: SETTINGS,
    from: 'menu:',
    to: 'embed_origins: ["https://a.vn; script-src *"]\nmenu:',
    lines: [
      'knowledge/settings.yaml:16:17: embed_origins.0: viết như https://phuong.hanoi.gov.vn hoặc https://*.hanoi.gov.vn, chữ thường, không có dấu / ở cuối',
    ],
  },
  {
    name: 'a note that nobody uses',
    file: NOTES,
    from: '- id: where-to-ask',
    to: '- id: unused\n  text: Lời dặn.\n- id: where-to-ask',
    lines: [
      'knowledge/notes.yaml:2:7: lưu ý: chưa mục nào dùng lời dặn "unused"; ghi mã này vào notes của một mục, hoặc bỏ',
    ],
  },
  {
    name: 'a file without the line for editors',
    file: CHIP,
    from: '# yaml-language-server: $schema=../../schemas/topic.json\n',
    to: '',
    lines: [
      'knowledge/topics/chip.yaml:1:1: lưu ý: thêm vào dòng đầu, để VS Code kiểm tra khi gõ: # yaml-language-server: $schema=../../schemas/topic.json',
    ],
  },
  {
    name: 'a code that two units have',
    file: UNITS,
    from: 'code: ward-2',
    to: 'code: ward-1',
    lines: ['knowledge/units.yaml:15:11: code "ward-1" đã dùng ở dòng 9; đặt code khác'],
  },
  {
    name: 'a code that is no part of an address',
    file: UNITS,
    from: 'code: ward-2',
    to: 'code: Phường Hai',
    lines: [
      'knowledge/units.yaml:15:11: units.1.code: chỉ gồm chữ thường không dấu, số và dấu gạch nối, ví dụ chip-no-tracking. Mã trong đường dẫn, ví dụ phuong-mau; đã in ra giấy thì không đổi nữa',
    ],
  },
  {
    name: 'a phone that is none',
    file: UNITS,
    from: 'phone: 024 0000 0001',
    to: 'phone: hỏi sau',
    lines: [
      'knowledge/units.yaml:14:12: units.0.phone: số điện thoại chỉ gồm chữ số và dấu cách, ví dụ 024 0000 0000. Số điện thoại của nơi đó; chưa rõ thì bỏ trống',
    ],
  },
  {
    name: "a link in a unit's address",
    file: UNITS,
    from: 'số 1 đường Mẫu',
    to: 'xem bit.ly/abc',
    lines: [
      'knowledge/units.yaml:12:14: địa chỉ bit.ly không phải https thuộc tên miền được phép; sửa lại, hoặc thêm tên miền vào settings.yaml',
    ],
  },
  {
    name: 'a word that nobody can read over the loudspeaker',
    file: APP,
    from: 'CH Play.',
    to: 'CH Play, F-Droid.',
    lines: [
      'knowledge/topics/app.yaml:9:10: lưu ý: loa không đọc được: F-Droid; ghi cách đọc vào readings.yaml',
    ],
  },
  {
    name: 'an answer that takes longer than a minute over the loudspeaker',
    file: APP,
    from: 'CH Play.',
    to: `CH Play${', từ 21/12/2024'.repeat(13)}.`,
    lines: [
      'knowledge/topics/app.yaml:9:10: lưu ý: đọc trên loa hết 86 giây, quá 60; rút gọn short',
    ],
  },
  {
    name: "a guide's step that links elsewhere",
    file: FLOW,
    from: '    short: Mở ứng dụng.',
    to: '    short: Mở ứng dụng ở vneid.com.',
    lines: [
      'flows/start.yaml:8:12: địa chỉ vneid.com không phải https thuộc tên miền được phép; sửa lại, hoặc thêm tên miền vào settings.yaml',
    ],
  },
  {
    name: 'an old id that is still in use',
    file: REDIRECTS,
    from: 'topic: chip-follow',
    to: 'topic: app',
    lines: ['knowledge/redirects.yaml:2:11: "app" vẫn là một mục; bỏ dòng này, hoặc đổi id'],
  },
  {
    name: 'an old id that leads to nothing',
    file: REDIRECTS,
    from: 'to: chip',
    to: 'to: chips',
    lines: ['knowledge/redirects.yaml:2:28: không có mục "chips"; có phải "chip" không?'],
  },
  {
    name: 'an old id that leads to itself',
    file: REDIRECTS,
    from: 'to: chip',
    to: 'to: chip-follow',
    lines: ['knowledge/redirects.yaml:2:28: "chip-follow" dẫn vòng quanh; sửa to'],
  },
  {
    name: 'an old id twice',
    file: REDIRECTS,
    from: /$/,
    to: '- {topic: chip-follow, on: 2026-03-06, note: Đã bỏ.}\n',
    lines: ['knowledge/redirects.yaml:3:11: id cũ "chip-follow" có hai dòng; bỏ một dòng'],
  },
  {
    name: 'an id that is gone without a word',
    file: REDIRECTS,
    from: 'to: chip, ',
    to: '',
    lines: [
      'knowledge/redirects.yaml:2:3: 0: đã xóa hẳn (không có to) thì ghi note: nói với người mở đường dẫn cũ',
    ],
  },
]
