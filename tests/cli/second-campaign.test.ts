import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isBuilt } from '../e2e/spawn-program'
import { startProgram } from '../e2e/start-program'

const FOLDERS = {
  KNOWLEDGE_DIR: 'examples/dog-vaccination/knowledge',
  FLOWS_DIR: 'examples/dog-vaccination/flows',
}
const describeIf = isBuilt ? describe : describe.skip

function run(command: string, words: string[] = [], input = '') {
  return spawnSync(process.execPath, [join('dist/cli', `${command}.js`), ...words], {
    env: { ...process.env, ...FOLDERS },
    encoding: 'utf8',
    input,
  })
}

/** What the second campaign has no example of, and what comes of it. */
const ASKED: [text: string, kind: string, topic: string | null][] = [
  ['cho tôi hỏi phường tiêm chó ở đâu vậy', 'answer', 'vaccination-where'],
  ['tiem cho meo co mat tien ko', 'answer', 'vaccination-cost'],
  ['chó nhà tôi mới hai tháng rưỡi tiêm được chưa', 'answer', 'pet-age'],
  ['đưa mèo đi tiêm phải mang theo gì', 'answer', 'prepare-pet'],
  ['sao tiêm về con cún cứ mệt lả', 'answer', 'after-shot'],
  ['bệnh dại có nguy hiểm lắm không ạ', 'answer', 'rabies-what'],
  ['cháu tôi vừa bị chó cắn phải làm sao', 'answer', 'bitten-what-now'],
  ['cho gặp cán bộ', 'handoff', 'talk-to-human'],
]

describeIf('another campaign from another folder', () => {
  test('is checked by the same command', () => {
    const { status, stdout, stderr } = run('check')
    expect(stderr).toBe('')
    expect(stdout).toContain(
      'Tốt: 11 mục, 1 hướng dẫn, 2 việc ngoài phạm vi; đủ 5 ý của đề cương.\n',
    )
    expect(status).toBe(0)
  })

  test('answers its own questions, and none of the first campaign', () => {
    const foreign = 'kích hoạt tài khoản định danh điện tử mức 2 trên VNeID'
    const texts = [...ASKED.map(([text]) => text), foreign]
    const { stdout } = run('ask', ['--json'], texts.join('\n'))
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.slice(0, -1).map(({ text, kind, topic }) => [text, kind, topic])).toEqual(ASKED)
    expect(answers.at(-1)).toMatchObject({ text: foreign, kind: 'fallback' })
  })

  test('walks through its guide', () => {
    const said = ['đưa chó mèo đi tiêm cần chuẩn bị gì', 'bắt đầu', 'mèo', 'xong rồi', 'xong rồi']
    const lines = said.map((text) => JSON.stringify({ text }))
    const { stdout } = run('chat', ['--json'], lines.join('\n'))
    expect(stdout).toContain('Cho mèo vào lồng hoặc túi lưới')
    expect(stdout).toContain('Bác đưa đến sân nhà văn hóa')
    expect(stdout).not.toContain('Đeo rọ mõm và buộc dây dắt cho chó ngay từ nhà')
  })
})

test('a second campaign is served with its own name and pages', async () => {
  const program = await startProgram(FOLDERS)
  try {
    const page = await (await fetch(`${program.url}/`)).text()
    expect(page).toContain('hỏi đáp về tiêm phòng dại (đợt ví dụ)')
    const topic = await fetch(`${program.url}/t/bitten-what-now`)
    expect(topic.status).toBe(200)
    expect(await topic.text()).toContain('ít nhất 15 phút')
    expect((await fetch(`${program.url}/t/chip-no-tracking`)).status).toBe(404)
  } finally {
    await program.stop()
  }
})
