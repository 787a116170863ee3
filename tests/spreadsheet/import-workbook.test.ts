import type { CellValue } from 'exceljs'
import { openWorkbook } from '../../src/spreadsheet/open-workbook'
import { campaignFiles, compareLines, exportDesk, withText } from './desk'

const PATH = 'knowledge/topics/card-fee.yaml'
const textOf = (path: string, files = campaignFiles) =>
  files.find((file) => file.path === path)?.text ?? ''

test('what was not edited changes no file', async () => {
  const desk = await exportDesk()
  expect(await desk.import()).toMatchObject({ problems: [], notices: [], changed: [] })
})

describe('an edit of one cell changes only that field', () => {
  const cases: { title: string; value: CellValue; removed: string[]; added: string[] }[] = [
    { title: 'Nhóm', value: 'Thẻ căn cước', removed: ['group: law'], added: ['group: card'] },
    {
      title: 'Nhãn nút',
      value: 'Phí thẻ: bao nhiêu',
      removed: ['label: Lệ phí thẻ căn cước'],
      added: ['label: "Phí thẻ: bao nhiêu"'],
    },
    {
      title: 'Câu hỏi',
      value: 'Làm thẻ căn cước mất bao nhiêu tiền?',
      removed: ['question: Lệ phí làm mới, đổi, cấp lại thẻ căn cước là bao nhiêu?'],
      added: ['question: Làm thẻ căn cước mất bao nhiêu tiền?'],
    },
    {
      title: 'Trả lời ngắn',
      value: `${'Làm thẻ lần đầu không mất tiền. '.repeat(6)}Hết.`,
      removed: [
        '    Làm thẻ lần đầu không mất tiền. Đến hết 31/12/2026: đổi CCCD sang thẻ căn cước 15.000 đồng, đổi thẻ căn cước 25.000 đồng,',
        '    cấp lại 35.000 đồng. Riêng đổi khi đến tuổi, nên hỏi trước khi nộp.',
      ],
      added: [
        '    Làm thẻ lần đầu không mất tiền. Làm thẻ lần đầu không mất tiền. Làm thẻ lần đầu không mất tiền. Làm thẻ lần đầu',
        '    không mất tiền. Làm thẻ lần đầu không mất tiền. Làm thẻ lần đầu không mất tiền. Hết.',
      ],
    },
    {
      title: 'Áp dụng từ',
      value: '01/08/2025',
      removed: ['valid_from: 2025-07-01'],
      added: ['valid_from: 2025-08-01'],
    },
    {
      title: 'Áp dụng đến',
      value: null,
      removed: ['valid_until: 2026-12-31'],
      added: ['valid_until: null'],
    },
    {
      title: 'Soát ngày',
      value: new Date('2026-11-25'),
      removed: ['reviewed_on: 2026-11-24'],
      added: ['reviewed_on: 2026-11-25'],
    },
    {
      title: 'Soát lại trước',
      value: 46_371,
      removed: ['review_by: 2026-12-20'],
      added: ['review_by: 2026-12-15'],
    },
    {
      title: 'Chủ đề',
      value: 'new-card',
      removed: ['subject: card'],
      added: ['subject: new-card'],
    },
    { title: 'Khía cạnh', value: 'price', removed: ['aspect: cost'], added: ['aspect: price'] },
    {
      title: 'Mở hướng dẫn',
      value: 'register-level-2',
      removed: [],
      added: ['opens: register-level-2'],
    },
    {
      title: 'Lời dặn chung',
      value: 'ward-police',
      removed: [],
      added: ['notes:', '  - ward-police'],
    },
    {
      title: 'Nút bấm',
      value: 'mục: card-lost\nMục: hotline\nliên kết: Nộp trên mạng | https://dichvucong.gov.vn',
      removed: ['  - topic: card-where-to-get', '  - topic: renewal-ages'],
      added: [
        '  - topic: hotline',
        '  - link: https://dichvucong.gov.vn',
        '    title: Nộp trên mạng',
      ],
    },
    {
      title: 'Nguồn',
      value: 'f2.12\nF1.12\nc1.3',
      removed: [],
      added: ['  - claim: c1.3'],
    },
    {
      title: 'Người phụ trách',
      value: '=HYPERLINK("http://x")',
      removed: ['owner: Ban Tuyên giáo và Dân vận Thành ủy Hà Nội'],
      added: ['owner: =HYPERLINK("http://x")'],
    },
  ]
  test.each(cases)('$title', async ({ title, value, removed, added }) => {
    const desk = await exportDesk()
    desk.cell('card-fee', title).value = value
    const { problems, changed } = await desk.import()
    expect(problems).toEqual([])
    expect(changed.map(({ path }) => path)).toEqual([PATH])
    expect(compareLines(textOf(PATH), textOf(PATH, changed))).toEqual({ removed, added })
  })

  test('steps and examples, a line each', async () => {
    const desk = await exportDesk()
    const detail = desk.cell('hotline', 'Chi tiết')
    detail.value = detail.text
      .replace('\n2. Nghe', '\n2. Bình tĩnh.\n3. Nghe')
      .replace('3. Không', '4. Không')
    const examples = desk.cell('hotline', 'Câu người dân hay hỏi')
    examples.value = `${examples.text.replace('ví dụ hai của mục tổng đài\n', '')}\n- số gọi khi app treo`
    const { problems, changed } = await desk.import()
    expect(problems).toEqual([])
    const path = 'knowledge/topics/hotline.yaml'
    expect(compareLines(textOf(path), textOf(path, changed))).toEqual({
      removed: [
        '  - ví dụ hai của mục tổng đài',
        '    2. Nghe lời hướng dẫn rồi chọn phím theo việc cần hỏi.',
        '    3. Không đọc OTP, mật khẩu, passcode cho bất cứ ai.',
      ],
      added: [
        '  - số gọi khi app treo',
        '    2. Bình tĩnh.',
        '    3. Nghe lời hướng dẫn rồi chọn phím theo việc cần hỏi.',
        '    4. Không đọc OTP, mật khẩu, passcode cho bất cứ ai.',
      ],
    })
  })

  test('comments, a schema line and parts that are no columns stay', async () => {
    const files = withText(PATH, (text) =>
      `# yaml-language-server: $schema=../../schemas/topic.json\n# Hỏi phòng Thuế trước khi sửa.\n${text}`
        .replace(
          '  - ví dụ hai của mục lệ phí\n',
          '  # câu hay gặp nhất\n  - ví dụ hai của mục lệ phí # từ Zalo\n',
        )
        .replace('valid_until: 2026-12-31', 'valid_until: 2026-12-31 # hết đợt giảm')
        .replaceAll('\n', '\r\n'),
    )
    const desk = await exportDesk(files)
    desk.cell('card-fee', 'Áp dụng đến').value = '2027-01-31'
    const examples = desk.cell('card-fee', 'Câu người dân hay hỏi')
    examples.value = examples.text.replace('ví dụ ba của mục lệ phí\n', '')
    const { problems, changed } = await desk.import()
    expect(problems).toEqual([])
    expect(compareLines(textOf(PATH, files), textOf(PATH, changed))).toEqual({
      removed: ['  - ví dụ ba của mục lệ phí\r', 'valid_until: 2026-12-31 # hết đợt giảm\r'],
      added: ['valid_until: 2027-01-31 # hết đợt giảm\r'],
    })
  })
})

test("Excel's habits are no edits", async () => {
  const desk = await exportDesk()
  for (const title of [
    'Trả lời ngắn',
    'Chi tiết',
    'Câu người dân hay hỏi',
    'Nút bấm',
    'Nhãn nút',
  ]) {
    const cell = desk.cell('card-fee', title)
    const text = cell.text
      .normalize('NFD')
      .replaceAll('\n', '  \r\n')
      .replace(/"([^"]*)"/g, '“$1”')
    const half = Math.floor(text.length / 2)
    cell.value = {
      richText: [
        { text: text.slice(0, half), font: { bold: true } },
        { text: `${text.slice(half)}\u00a0\n` },
      ],
    }
  }
  const link = desk.cell('card-fee', 'Câu hỏi')
  link.value = { text: link.text, hyperlink: 'https://example.com' }
  desk.cell('card-fee', 'Áp dụng từ').value = '1/7/2025'
  desk.sheet().getColumn(desk.columnOf('Chi tiết')).hidden = true
  desk.sheet().getRow(desk.rowOf('hotline')).hidden = true
  desk.sheet().insertRow(5, [])
  expect(await desk.import()).toMatchObject({ problems: [], notices: [], changed: [] })
})

test('columns are found by their titles, below a title of the table, in any order; missing ones stay', async () => {
  const desk = await exportDesk()
  const rows = campaignFiles.flatMap(({ text }) => {
    const [, id, label] = /^id: (.*)\n(?:.*\n)*?label: (.*)$/m.exec(text) ?? []
    return id ? [['', id === 'card-fee' ? 'Phí thẻ' : label, id]] : []
  })
  const { name } = desk.sheet()
  desk.workbook.removeWorksheet(name)
  desk.workbook
    .addWorksheet(name)
    .addRows([['Bảng câu hỏi, bản của chị Hoa'], ['Ý kiến', 'nhãn nút ', 'Mã'], ...rows])
  const { problems, notices, changed } = await desk.import()
  expect(problems).toEqual([])
  expect(changed).toHaveLength(1)
  expect(textOf(PATH, changed)).toBe(textOf(PATH).replace(/^label: .*$/m, 'label: Phí thẻ'))
  expect(notices.join('\n')).toMatch(
    /không có cột Nhóm, Câu hỏi, .*giữ nguyên\n.*không đọc cột Ý kiến/,
  )
})

test('a row that was deleted leaves its entry as it is, and says so', async () => {
  const desk = await exportDesk()
  desk.sheet().spliceRows(desk.rowOf('card-fee'), 1)
  const { problems, notices, changed } = await desk.import()
  expect({ problems, changed }).toEqual({ problems: [], changed: [] })
  expect(notices).toEqual([
    'trang "Các mục": không có dòng của card-fee; những mục ấy giữ nguyên, không bị xóa',
  ])
})

const NEW_TOPIC = {
  Mã: 'card-photo',
  Nhóm: 'Thẻ căn cước',
  'Nhãn nút': 'Ảnh trên thẻ',
  'Câu hỏi': 'Ảnh trên thẻ căn cước chụp thế nào?',
  'Trả lời ngắn':
    'Cán bộ chụp ảnh tại chỗ, không phải mang ảnh theo. Mặc lịch sự, để lộ rõ mặt và hai tai.',
  'Chi tiết': '1. Ngồi thẳng.\n2. Nhìn vào máy.',
  'Câu người dân hay hỏi':
    'chụp ảnh thẻ mặc áo gì\nảnh xấu quá chụp lại được không\nđeo kính chụp được không\nphải mang ảnh 3x4 không\ncó được trang điểm không',
  'Nút bấm': 'mục: card-where-to-get',
  Nguồn: 'f2.12',
  'Chủ đề': 'card',
  'Khía cạnh': 'photo',
  'Soát ngày': '24/11/2026',
  'Người phụ trách': 'Ban Tuyên giáo và Dân vận Thành ủy Hà Nội',
}

test('a new row becomes a file like the others', async () => {
  const files = campaignFiles.map(({ path, text }) =>
    path.includes('/topics/')
      ? { path, text: `# yaml-language-server: $schema=x.json\n${text}` }
      : { path, text },
  )
  const desk = await exportDesk(files)
  desk.add(NEW_TOPIC)
  const { problems, changed } = await desk.import()
  expect(problems).toEqual([])
  expect(changed).toEqual([
    {
      path: 'knowledge/topics/card-photo.yaml',
      text: `# yaml-language-server: $schema=x.json
id: card-photo
group: card
label: Ảnh trên thẻ
question: Ảnh trên thẻ căn cước chụp thế nào?
subject: card
aspect: photo
examples:
  - chụp ảnh thẻ mặc áo gì
  - ảnh xấu quá chụp lại được không
  - đeo kính chụp được không
  - phải mang ảnh 3x4 không
  - có được trang điểm không
answer:
  short: >-
    Cán bộ chụp ảnh tại chỗ, không phải mang ảnh theo. Mặc lịch sự, để lộ rõ mặt và hai tai.
  detail: |-
    1. Ngồi thẳng.
    2. Nhìn vào máy.
buttons:
  - topic: card-where-to-get
sources:
  - fact: f2.12
reviewed_on: 2026-11-24
owner: Ban Tuyên giáo và Dân vận Thành ủy Hà Nội
`,
    },
  ])
})

test('business outside is edited in its list, and added to it', async () => {
  const path = 'knowledge/outside.yaml'
  const linesOfVisa = /(?<=- id: visa\n)( {2}name: .*)\n( {2}office: .*)/
    .exec(textOf(path))
    ?.slice(1)
  const desk = await exportDesk()
  desk.cell('visa', 'Tên việc', 'Ngoài phạm vi').value = 'thị thực'
  desk.cell('visa', 'Nơi biết rõ', 'Ngoài phạm vi').value = null
  desk.add(
    {
      Mã: 'zoo',
      'Tên việc': 'vườn thú',
      'Câu người dân hay hỏi': 'vườn thú mở mấy giờ\nvé vườn thú\nđường tới vườn thú',
    },
    'Ngoài phạm vi',
  )
  const { problems, changed } = await desk.import()
  expect(problems).toEqual([])
  expect(compareLines(textOf(path), textOf(path, changed))).toEqual({
    removed: linesOfVisa,
    added: [
      '  name: thị thực',
      '- id: zoo',
      '  name: vườn thú',
      '  examples:',
      '    - vườn thú mở mấy giờ',
      '    - vé vườn thú',
      '    - đường tới vườn thú',
    ],
  })
})

test('an import that would break the check changes nothing and lists every problem by its row', async () => {
  const desk = await exportDesk()
  const rows: Record<string, number> = {}
  desk
    .sheet()
    .getColumn(1)
    .eachCell((cell, row) => {
      rows[cell.text] = row
    })
  const set = (id: string, title: string, value: CellValue) => {
    desk.cell(id, title).value = value
  }
  set('greeting', 'Nhãn nút', 'Lời chào dài quá hai mươi ký tự')
  set('greeting', 'Trả lời ngắn', 'Bác gửi mã OTP cho Loa.')
  set('card-fee', 'Nhóm', 'Giá cả')
  set('card-fee', 'Soát ngày', '31/02/2026')
  set('card-fee', 'Nút bấm', 'mục: no-such\nliên kết: Xem | https://example.com')
  set('card-lost', 'Nút bấm', 'bấm vào đây')
  set('card-lost', 'Nguồn', 'f2.12\nz9')
  set('hotline', 'Câu hỏi', { formula: 'A1', result: 'x' })
  set('hotline', 'Nhãn nút', { error: '#REF!' })
  set('hotline', 'Chủ đề', true)
  set('hotline', 'Người phụ trách', new Date('2026-01-01'))
  desk.cell('hotline', 'Người phụ trách').numFmt = 'dd/mm/yyyy'
  set('thanks', 'Trả lời ngắn', '')
  set('thanks', 'Nhãn nút', 'Cảm ơn')
  set('goodbye', 'Mã', 'bye')
  set('sim-owner', 'Mã', 'otp-never-share')
  set('qr-fields', 'Mã', null)
  desk.cell('visa', 'Tên việc', 'Ngoài phạm vi').value = ' '
  const detail = desk.columnOf('Chi tiết')
  const merged = rows['scam-warning'] ?? 0
  desk.sheet().mergeCells(merged, detail, merged, detail + 1)
  const examples = desk.cell('report-crime', 'Câu người dân hay hỏi')
  examples.value = `ví dụ một của mục tổng đài\n${examples.text}`
  const { problems, changed, edits } = await desk.import()
  expect({ changed, edits }).toEqual({ changed: [], edits: [] })
  const row = (id: string, title: string, message: string) =>
    expect.stringMatching(new RegExp(`^dòng ${rows[id]}, cột "${title}": .*${message}`))
  const expected = [
    row('greeting', 'Nhãn nút', '20'),
    row('greeting', 'Trả lời ngắn', 'đọc như đang hỏi mã OTP'),
    expect.stringMatching(/cột "Nhóm": không có "Giá cả"; chọn một trong: Đợt tuyên truyền; /),
    expect.stringMatching(/cột "Soát ngày": "2026-02-31" không phải ngày/),
    expect.stringMatching(/cột "Nút bấm": dòng 1 trong ô: nút dẫn tới mục "no-such" không có/),
    expect.stringMatching(
      /cột "Nút bấm": dòng 2 trong ô: địa chỉ https:\/\/example.com không phải https thuộc/,
    ),
    row('card-lost', 'Nút bấm', 'không hiểu nút "bấm vào đây"; viết "mục: mã"'),
    row('card-lost', 'Nguồn', 'không có mã z9; sửa lại mã'),
    row('hotline', 'Câu hỏi', 'công thức; chép ô rồi dán giá trị'),
    row('hotline', 'Nhãn nút', 'báo lỗi của Excel'),
    row('hotline', 'Chủ đề', 'TRUE/FALSE'),
    row('hotline', 'Người phụ trách', 'ngày tháng'),
    row('thanks', 'Trả lời ngắn', 'không được để trống'),
    row('scam-warning', 'Chi tiết', 'gộp'),
    row('scam-warning', 'Câu người dân hay hỏi', 'gộp'),
    expect.stringMatching(/cột "Mã": mã "goodbye" không được đổi; ghi lại mã cũ/),
    row(
      'sim-owner',
      'Mã',
      `mã "otp-never-share" có cả ở dòng ${rows['otp-never-share']}; giữ một dòng`,
    ),
    row(
      'otp-never-share',
      'Mã',
      `mã "otp-never-share" có cả ở dòng ${rows['sim-owner']}; giữ một dòng`,
    ),
    expect.stringMatching(/cột "Mã": thiếu mã/),
    row('report-crime', 'Câu người dân hay hỏi', 'câu ví dụ này đã có ở mục "hotline"'),
    expect.stringMatching(/^trang "Ngoài phạm vi", dòng \d+, cột "Tên việc": không được để trống/),
  ]
  for (const line of expected) expect(problems).toContainEqual(line)
  expect(problems).toHaveLength(expected.length)
})

test('a new row that is not complete is refused for what it lacks', async () => {
  const desk = await exportDesk()
  const row = desk.add({ Mã: 'card-photo', 'Nhãn nút': 'Ảnh trên thẻ' })
  const { problems, changed } = await desk.import()
  expect(changed).toEqual([])
  expect(problems).toContain(`dòng ${row}, cột "Nhóm": không được để trống; điền vào ô này`)
  expect(problems).toHaveLength(8)
})

describe('two people edit at once', () => {
  const meanwhile = withText(PATH, (text) => text.replace(/^label: .*$/m, 'label: Phí làm thẻ'))

  test('what another changed meanwhile stays, beside an edit elsewhere in the entry', async () => {
    const desk = await exportDesk()
    desk.cell('card-fee', 'Khía cạnh').value = 'price'
    const { problems, changed } = await desk.import(meanwhile)
    expect(problems).toEqual([])
    expect(textOf(PATH, changed)).toMatch(/label: Phí làm thẻ\n(.*\n)*aspect: price\n/)
  })

  test('an entry that went meanwhile does not come back', async () => {
    const desk = await exportDesk()
    const gone = 'knowledge/topics/wrong-information.yaml'
    const { problems, changed } = await desk.import(
      campaignFiles.filter(({ path }) => path !== gone),
    )
    expect(changed).toEqual([])
    expect(problems).toContainEqual(
      expect.stringMatching(/cột "Mã": mục này đã bị bỏ sau khi bảng được xuất/),
    )
  })

  test('an edit of the same cell is refused', async () => {
    const desk = await exportDesk()
    desk.cell('card-fee', 'Nhãn nút').value = 'Giá thẻ'
    const { problems, changed } = await desk.import(meanwhile)
    expect(changed).toEqual([])
    expect(problems).toEqual([
      expect.stringMatching(/cột "Nhãn nút": có người đã sửa chỗ này sau khi bảng/),
    ])
  })
})

test('a workbook of another make is refused', async () => {
  const desk = await exportDesk()
  for (const name of ['Các mục', 'Ngoài phạm vi']) desk.sheet(name).name = `${name} (2)`
  expect((await desk.import()).problems).toEqual([expect.stringMatching(/^không thấy trang nào/)])
  expect(await openWorkbook(new Uint8Array(Buffer.from('no workbook')))).toBeNull()
})
