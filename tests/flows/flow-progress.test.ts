import { toProgress } from '../../src/flows/flow-progress'
import { choiceTo, makeFlow } from './write-flow'

const flow = makeFlow([
  { id: 'ask', choices: [choiceTo('main'), choiceTo('branch')] },
  { id: 'main', next: 'done', choices: [choiceTo('help')] },
  { id: 'branch', next: 'done' },
  { id: 'help', next: 'done' },
  { id: 'done', end: true },
])

describe('toProgress', () => {
  const cases: { name: string; walked: string[]; number: number }[] = [
    { name: 'the first step is number one', walked: ['ask'], number: 1 },
    { name: 'the first choice is the main path', walked: ['ask', 'main'], number: 2 },
    { name: 'the end is the last number', walked: ['ask', 'main', 'done'], number: 3 },
    { name: 'beside the path the number stays', walked: ['ask', 'main', 'help'], number: 2 },
    { name: 'a branch counts as the question before it', walked: ['ask', 'branch'], number: 1 },
    {
      name: 'coming back to the path goes on where it is',
      walked: ['ask', 'branch', 'done'],
      number: 3,
    },
    { name: 'a step that is gone counts as the first', walked: ['gone'], number: 1 },
  ]
  test.each(cases)('$name', ({ walked, number }) => {
    const trail = walked.slice(0, -1).map((step) => ({ step }))
    const position = { step: walked.at(-1) ?? '', trail }
    expect(toProgress(flow, position)).toEqual({ number, total: 3 })
  })

  test('the main path takes the route that its own answers open', () => {
    const routed = makeFlow([
      { id: 'who', choices: [choiceTo('form')] },
      {
        id: 'form',
        next: [{ when: { step: 'who', is: 'form' }, goto: 'mine' }, { goto: 'others' }],
      },
      { id: 'mine', next: 'done' },
      { id: 'others', next: 'done' },
      { id: 'done', end: true },
    ])
    const trail = [{ step: 'who', answer: 'form' }, { step: 'form' }]
    expect(toProgress(routed, { step: 'mine', trail })).toEqual({ number: 3, total: 4 })
  })

  test('a main path that goes in a circle is counted once around', () => {
    const circle = makeFlow([
      { id: 'a', next: 'b' },
      { id: 'b', next: 'a', choices: [choiceTo('end')] },
      { id: 'end', end: true },
    ])
    const position = { step: 'b', trail: ['a', 'b', 'a'].map((step) => ({ step })) }
    expect(toProgress(circle, position)).toEqual({ number: 2, total: 2 })
  })
})
