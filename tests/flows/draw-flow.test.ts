import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawFlow } from '../../src/flows/draw-flow'
import { campaign } from './campaign-flows'
import { choiceTo, makeFlow } from './write-flow'

const PICTURES = 'docs/flows'

test('a guide is drawn with every step, way and call', () => {
  const flow = makeFlow([
    {
      id: 'a',
      short: 'Mở "Ví"',
      next: 'end',
      choices: [choiceTo('end', 'yes'), { id: 'stuck', title: 'Kẹt', call: 'fix' }],
    },
    { id: 'end', end: true },
  ])
  expect(drawFlow(flow).split('\n').slice(5, -2)).toEqual([
    'flowchart TD',
    '  s1["a: Mở #34;Ví#34;"]',
    '  s2(["end: end"])',
    '  s1 --> s2',
    '  s1 -->|"yes"| s2',
    '  s1 -.->|"Kẹt"| fix[["fix"]]',
  ])
})

describe('the pictures in docs/flows are those of the guides (else: npm run flows -- draw)', () => {
  test.each(campaign.flows.map(({ flow }) => flow))('$id', (flow) => {
    expect(readFileSync(join(PICTURES, `${flow.id}.md`), 'utf8')).toBe(drawFlow(flow))
  })

  test('and no others', () => {
    const names = campaign.flows.map(({ flow }) => `${flow.id}.md`)
    expect(readdirSync(PICTURES).sort()).toEqual(names.sort())
  })
})
