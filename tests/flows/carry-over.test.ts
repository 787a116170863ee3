import { type CarryOver, carryOver } from '../../src/flows/carry-over'
import type { Flow } from '../../src/flows/flow'
import type { FlowPosition } from '../../src/flows/step-flow'
import { choiceTo, makeFlow } from './write-flow'

const steps = [
  { id: 'a', next: 'b' },
  { id: 'b', next: 'end', choices: [choiceTo('end', 'yes')] },
  { id: 'end', end: true },
]
const begun = makeFlow(steps)
const inB: FlowPosition = { step: 'b', trail: [{ step: 'a' }] }

const edit = (changes: Flow['changes'], fields: Partial<Flow> = {}): Flow => ({
  ...begun,
  version: (changes.at(-1)?.version ?? 2) as number,
  changes,
  ...fields,
})
const change = (version: number, as: 'safe' | 'move' | 'restart', moves = {}, why?: string) => ({
  version,
  as,
  moves,
  why,
})
const renamed = makeFlow([
  { id: 'a', next: 'c' },
  { id: 'c', next: 'end' },
  { id: 'end', end: true },
]).steps

describe('someone in the middle of a guide that was edited', () => {
  const cases: { name: string; current: Flow; becomes: CarryOver }[] = [
    { name: 'stays where nothing is said', current: edit([]), becomes: { kind: 'stay' } },
    {
      name: 'gets other words at once',
      current: edit([change(2, 'safe')]),
      becomes: { kind: 'carried', position: inB },
    },
    {
      name: 'is moved to the step that took the place of theirs',
      current: edit([change(2, 'move', { b: 'c' })], { steps: renamed }),
      becomes: { kind: 'carried', position: { step: 'c', trail: [{ step: 'a' }] } },
    },
    {
      name: 'is moved twice over two versions',
      current: edit([change(2, 'move', { b: 'x' }), change(3, 'move', { x: 'c' })], {
        steps: renamed,
      }),
      becomes: { kind: 'carried', position: { step: 'c', trail: [{ step: 'a' }] } },
    },
    {
      name: 'stays where the step went nowhere',
      current: edit([change(2, 'move')], { steps: renamed }),
      becomes: { kind: 'stay' },
    },
    {
      name: 'begins anew and is told why',
      current: edit([change(2, 'restart', {}, 'Luật mới.')]),
      becomes: { kind: 'restart', position: { step: 'a', trail: [] }, why: 'Luật mới.' },
    },
    {
      name: 'begins anew where any version in between asks for it',
      current: edit([change(2, 'restart', {}, 'Luật mới.'), change(3, 'safe')]),
      becomes: { kind: 'restart', position: { step: 'a', trail: [] }, why: 'Luật mới.' },
    },
    {
      name: 'stays where one version in between says nothing',
      current: edit([change(3, 'safe')]),
      becomes: { kind: 'stay' },
    },
  ]
  test.each(cases)('$name', ({ current, becomes }) => {
    expect(carryOver(begun, inB, current)).toEqual(becomes)
  })
})
