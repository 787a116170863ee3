import { readLawGraph } from '../../../src/console/laws/law-graph'
import { toPrintedLinks } from '../../../src/console/laws/to-printed-links'
import { toReviewItems } from '../../../src/console/laws/to-review-items'
import { type SmallContent, toSmallContent } from './small-content'

const DECREE = '70-2024-nd-cp'
const decree = { id: 'f1', legal_basis: 'Nghị định 70/2024/NĐ-CP, Điều 3' }
const law = { id: 'f2', legal_basis: 'Luật Căn cước 26/2023/QH15, Điều 46' }
const step = (id: string, more: object = {}) => ({ id, text: `Làm ${id}.`, short: id, ...more })

/** What rests on the decree: `topic chip: f1`, `!` where its own words name it, `-` where it is off. */
function resting(written: SmallContent): string[] {
  const items = readLawGraph(toSmallContent(written)).get(DECREE)?.items ?? []
  return items.map(({ kind, id, through, isNamed, isOff, steps }) => {
    const marks = steps.flatMap((one) => (one.mark ? [`${one.id}=${one.mark}`] : []))
    const reasons = [...through.map((one) => one.id), ...marks].join(' ')
    return `${kind} ${id}${isOff ? '-' : ''}${isNamed ? '!' : ''}: ${reasons}`.trim()
  })
}

describe('what rests on a document', () => {
  test.each<[string, SmallContent, string[]]>([
    [
      'nothing, where nobody names it',
      { facts: [law], topics: [{ id: 'chip', sources: [{ fact: 'f2' }] }] },
      [],
    ],
    [
      'an entry, by a fact; and not its neighbour',
      {
        facts: [decree, law],
        topics: [
          { id: 'chip', sources: [{ fact: 'f2' }, { fact: 'f1' }] },
          { id: 'app', sources: [{ fact: 'f2' }] },
        ],
      },
      ['topic chip: f1'],
    ],
    [
      'an entry whose fact has a document that amends it',
      {
        facts: [{ id: 'f3', legal_basis: 'Nghị định 58/2026/NĐ-CP (sửa Nghị định 70/2024)' }],
        topics: [{ id: 'chip', sources: [{ fact: 'f3' }] }],
      },
      ['topic chip: f3'],
    ],
    [
      'an entry that is off, as it may be turned on again',
      { facts: [decree], topics: [{ id: 'chip', off: true, sources: [{ fact: 'f1' }] }] },
      ['topic chip-: f1'],
    ],
    [
      'a shared note, and the entries that tell it',
      {
        facts: [decree],
        notes: [{ id: 'ask', sources: [{ fact: 'f1' }] }],
        topics: [{ id: 'chip', notes: ['ask'] }, { id: 'app' }],
      },
      ['note ask: f1', 'topic chip: ask'],
    ],
    [
      'an entry that names it in the words of one channel',
      {
        topics: [
          {
            id: 'chip',
            answer: { short: 'Có.', channels: { zalo: { detail: 'Theo NĐ 70/2024.' } } },
          },
        ],
      },
      ['topic chip!:'],
    ],
    [
      'a fact that has no basis but names it',
      {
        facts: [{ id: 'f4', says: 'Nghị định 70/2024/NĐ-CP có hiệu lực.' }],
        topics: [{ id: 'chip', sources: [{ fact: 'f4' }] }],
      },
      ['topic chip: f4'],
    ],
    [
      'a guide by its sources, with the steps that name it, offer what rests on it or call such a guide',
      {
        facts: [decree],
        topics: [{ id: 'chip', sources: [{ fact: 'f1' }] }, { id: 'app' }],
        flows: [
          {
            id: 'fix',
            returns: true,
            sources: [{ fact: 'f1' }],
            steps: [step('ready', { end: true })],
          },
          {
            id: 'start',
            sources: [{ fact: 'f1' }],
            steps: [
              step('plain', { next: 'names' }),
              step('names', { text: 'Theo Nghị định 70/2024/NĐ-CP.', next: 'calls' }),
              step('calls', {
                choices: [
                  { id: 'help', title: 'Giúp', call: 'fix' },
                  { id: 'on', title: 'Tiếp', goto: 'offers' },
                ],
              }),
              step('offers', { end: true, related: ['app', 'chip'] }),
            ],
          },
          { id: 'other', steps: [step('offers', { end: true, related: ['chip'] })] },
        ],
      },
      ['flow start!: f1 names=names calls=leads offers=leads', 'topic chip: f1', 'flow fix: f1'],
    ],
  ] as [string, SmallContent, string[]][])('%s', (_what, written, expected) => {
    expect(resting(written)).toEqual(expected)
  })

  test('the circular holds what rests on its claims', () => {
    const topics = [{ id: 'chip', sources: [{ claim: 'c1.3' }] }]
    const laws = readLawGraph(toSmallContent({ topics }))
    expect(laws.get('1579-cv-btgtu')).toMatchObject({
      name: expect.stringContaining('Công văn 1579-CV/BTGTU'),
      items: [{ id: 'chip', through: [{ id: 'c1.3' }] }],
    })
  })

  test('a document has its fullest name, and the facts whose basis it is', () => {
    const facts = [{ id: 'f0', legal_basis: 'Điều 3, 70/2024/NĐ-CP' }, decree]
    expect(readLawGraph(toSmallContent({ facts })).get(DECREE)).toMatchObject({
      name: 'Nghị định 70/2024/NĐ-CP',
      facts: [{ id: 'f0' }, { id: 'f1' }],
    })
  })
})

describe('links that were handed out', () => {
  const { knowledge } = toSmallContent({})
  const items = [
    { kind: 'topic' as const, id: 'chip', title: 'Chip?', owner: 'Ban' },
    { kind: 'note' as const, id: 'chip', title: 'Lời', owner: 'Ban' },
    { kind: 'flow' as const, id: 'start', title: 'Bắt đầu', owner: 'Ban' },
  ]
  const link = { kind: 'topic' as const, id: 'chip', unit: '', place: '' }

  test.each([
    ['an address without unit and place was not', [link], []],
    ['another entry’s is not its own', [{ ...link, id: 'app', place: 'poster' }], []],
    [
      'posters of a ward and of the city, each once',
      [
        { ...link, unit: 'phuong-mau', place: 'poster' },
        { ...link, unit: 'phuong-mau', place: 'poster' },
        { ...link, place: 'card' },
      ],
      ['/t/chip: Thẻ để bàn; Áp phích, Phường Mẫu | /share/t/chip /share/t/chip?u=phuong-mau'],
    ],
    [
      'an old id leads here; a unit that is no more is told by its code',
      [{ ...link, id: 'old-chip', unit: 'phuong-cu', place: '' }],
      ['/t/chip: phuong-cu | /share/t/chip?u=phuong-cu'],
    ],
    [
      'a guide',
      [{ ...link, kind: 'flow' as const, id: 'start', place: 'zalo' }],
      ['/g/start: Nhóm Zalo | /share/g/start'],
    ],
  ])('%s', (_what, used, expected) => {
    const links = toPrintedLinks(items, used, knowledge)
    expect(
      links.map(({ path, places, kits }) => `${path}: ${places.join('; ')} | ${kits.join(' ')}`),
    ).toEqual(expected)
  })
})

test('a review list has notes first, and a reason in each line', () => {
  const content = toSmallContent({
    facts: [decree],
    notes: [{ id: 'ask', sources: [{ fact: 'f1' }] }],
    topics: [{ id: 'chip', off: true, sources: [{ fact: 'f1' }], notes: ['ask'] }],
    flows: [{ id: 'start', steps: [step('a', { text: 'NĐ 70/2024', end: true })] }],
  })
  const document = readLawGraph(content).get(DECREE)
  const used = [{ kind: 'topic' as const, id: 'chip', unit: '', place: 'poster' }]
  const links = toPrintedLinks(document?.items ?? [], used, content.knowledge)
  const items = toReviewItems(document ?? { items: [] }, links)
  expect(items.map(({ kind, target, detail }) => [kind, target, detail.split('\n')])).toEqual([
    ['note', 'ask', ['Dựa vào f1: Điều f1.']],
    [
      'topic',
      'chip',
      ['Mục này đang tắt.', 'Dựa vào f1: Điều f1.', 'Kèm lời dặn ask: Lời dặn ask.'],
    ],
    [
      'flow',
      'start',
      ['Lời nói với người dân có nêu tên văn bản này.', 'Bước 1: a (có nêu tên văn bản)'],
    ],
    ['link', '/t/chip', ['Đã phát: Áp phích']],
  ])
})
