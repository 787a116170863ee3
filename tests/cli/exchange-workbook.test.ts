import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Workbook } from 'exceljs'
import { exportToFile, importFromFile } from '../../src/cli/exchange-workbook'

const folder = mkdtempSync(join(tmpdir(), 'loa-sheets-'))
const knowledge = join(folder, 'knowledge')
const workbookPath = join(folder, 'muc.xlsx')

beforeEach(() => {
  process.env.KNOWLEDGE_DIR = knowledge
  rmSync(knowledge, { recursive: true, force: true })
  rmSync(workbookPath, { force: true })
  cpSync('knowledge', knowledge, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a command said, and the error that ended it. */
async function run(command: typeof exportToFile, path = workbookPath) {
  const said: string[] = []
  const error = await command(path, (line) => said.push(line)).then(() => null, String)
  return { said, error }
}

function readAll(from: string): Map<string, string> {
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(from, name)).isFile()).sort()
  return new Map(files.map((name) => [name, readFileSync(join(from, name), 'utf8')]))
}

async function edit(title: string, text: string): Promise<void> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(workbookPath)
  const sheet = workbook.getWorksheet('Các mục')
  sheet?.getRow(1).eachCell((head, column) => {
    if (head.text === title) sheet.getCell(2, column).value = text
  })
  await workbook.xlsx.writeFile(workbookPath)
}

test('there and back, every file is the same, byte for byte', async () => {
  expect(await run(exportToFile)).toMatchObject({ error: null })
  expect(await run(importFromFile)).toEqual({ said: ['Không có gì thay đổi.'], error: null })
  expect(readAll(knowledge)).toEqual(readAll('knowledge'))
})

test('an edit is written, and what was done is told', async () => {
  await run(exportToFile)
  await edit('Nhãn nút', 'Đợt này là gì')
  const { said, error } = await run(importFromFile)
  expect(error).toBeNull()
  const [, id] = /^sửa ([a-z-]+): Nhãn nút$/.exec(said[0] ?? '') ?? []
  expect(said).toEqual([`sửa ${id}: Nhãn nút`, 'Đã ghi 1 tệp.'])
  const before = new Map(readAll('knowledge'))
  const changed = [...readAll(knowledge)].filter(([name, text]) => before.get(name) !== text)
  expect(changed).toEqual([
    [
      `topics/${id}.yaml`,
      before.get(`topics/${id}.yaml`)?.replace(/^label: .*$/m, 'label: Đợt này là gì'),
    ],
  ])
})

test('an import that would break the check writes nothing', async () => {
  await run(exportToFile)
  await edit('Nhãn nút', 'Một cái nhãn dài quá hai mươi ký tự')
  await edit('Nút bấm', 'mục: no-such-topic')
  const { said, error } = await run(importFromFile)
  expect(said).toEqual([
    expect.stringMatching(/^muc\.xlsx: dòng 2, cột "Nhãn nút": .*20/),
    expect.stringMatching(/^muc\.xlsx: dòng 2, cột "Nút bấm": dòng 1 trong ô: nút dẫn tới/),
  ])
  expect(error).toMatch(/Chưa ghi gì cả: sửa 2 lỗi/)
  expect(readAll(knowledge)).toEqual(readAll('knowledge'))
})

test('what cannot be done is said, with what to do', async () => {
  await run(exportToFile)
  expect((await run(exportToFile)).error).toMatch(/đã có tệp này; đặt tên khác/)
  expect((await run(importFromFile, join(folder, 'none.xlsx'))).error).toMatch(/không đọc được tệp/)
  writeFileSync(workbookPath, 'no workbook')
  expect((await run(importFromFile)).error).toMatch(/không mở được; .*Excel Workbook/)
  writeFileSync(join(knowledge, 'topics/card-fee.yaml'), 'id: [')
  const { error } = await run(exportToFile, join(folder, 'other.xlsx'))
  expect(error).toMatch(/card-fee\.yaml:\d+:\d+: .*\nSửa các lỗi trên trước/s)
})
