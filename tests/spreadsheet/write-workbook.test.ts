import { ValueType } from 'exceljs'
import { exportDesk, withText } from './desk'

test('one row an entry, under Vietnamese heads that stay in sight', async () => {
  const desk = await exportDesk()
  expect(desk.workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['Các mục', 'visible'],
    ['Ngoài phạm vi', 'visible'],
    ['Hướng dẫn', 'visible'],
    ['loa', 'veryHidden'],
  ])
  expect(desk.sheet().views).toMatchObject([{ state: 'frozen', xSplit: 1, ySplit: 1 }])
  expect(desk.cell('card-fee', 'Nhóm').text).toBe('Quy định pháp luật')
  expect(desk.cell('card-fee', 'Nút bấm').text).toBe(
    'mục: card-where-to-get\nmục: renewal-ages\nmục: card-lost',
  )
  expect(desk.cell('hotline', 'Chi tiết').text).toMatch(/^1\. Tự bấm số 1900 0368.*\n2\. /m)
  expect(desk.cell('card-fee', 'Chi tiết').alignment).toMatchObject({ wrapText: true })
  expect(desk.cell('card-fee', 'Áp dụng từ')).toMatchObject({
    value: new Date('2025-07-01'),
    numFmt: 'dd/mm/yyyy',
  })
})

test('the guide explains every column', async () => {
  const desk = await exportDesk()
  const explained = desk.sheet('Hướng dẫn').getColumn(2).values
  for (const name of ['Các mục', 'Ngoài phạm vi']) {
    const heads = desk.sheet(name).getRow(1).values
    expect(explained).toEqual(expect.arrayContaining(Array.isArray(heads) ? heads.slice(1) : []))
  }
})

test('groups are chosen from a list, and lengths are limited while typing, in new rows too', async () => {
  const desk = await exportDesk()
  for (const row of [2, desk.sheet().rowCount]) {
    expect(desk.sheet().getCell(row, desk.columnOf('Nhóm')).dataValidation).toMatchObject({
      type: 'list',
      formulae: [expect.stringMatching(/^"Đợt tuyên truyền,Thẻ căn cước,.*Về Loa"$/)],
    })
    expect(desk.sheet().getCell(row, desk.columnOf('Trả lời ngắn')).dataValidation).toMatchObject({
      type: 'textLength',
      formulae: [300],
    })
  }
})

test.each(['=1+1', '+84 là gì', '-1', '@SUM(A1)'])('%s is written as text', async (text) => {
  const path = 'knowledge/topics/card-fee.yaml'
  const files = withText(path, (old) => old.replace(/^label: .*$/m, `label: "${text}"`))
  const desk = await exportDesk(files)
  expect(desk.cell('card-fee', 'Nhãn nút')).toMatchObject({
    type: ValueType.String,
    value: text,
    numFmt: '@',
  })
  expect((await desk.import()).edits).toEqual([])
})
