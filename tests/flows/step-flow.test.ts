import fc from 'fast-check'
import type { Flow } from '../../src/flows/flow'
import {
  currentStep,
  type FlowInput,
  type FlowOutcome,
  type FlowPosition,
  startFlow,
  stepFlow,
} from '../../src/flows/step-flow'
import { campaign } from './campaign-flows'
import { choiceTo, makeFlow } from './write-flow'

/** a ─next▶ b ─next▶ c (end); b ─lost▶ help ─next▶ c; help ─again▶ b */
const flow = makeFlow([
  { id: 'a', next: 'b' },
  { id: 'b', next: 'c', choices: [choiceTo('help', 'lost')] },
  { id: 'help', next: 'c', choices: [choiceTo('b', 'again')] },
  { id: 'c', end: true },
])
/** A position; `b=lost` is a step with what was answered there. */
const at = (step: string, ...trail: string[]): FlowPosition => ({
  step,
  trail: trail.map((walked) => {
    const [id = '', answer] = walked.split('=')
    return answer ? { step: id, answer } : { step: id }
  }),
})

describe('stepFlow', () => {
  const cases: { name: string; from: FlowPosition; input: FlowInput; outcome: FlowOutcome }[] = [
    {
      name: '"done" goes to the next step',
      from: at('a'),
      input: { do: 'next' },
      outcome: { kind: 'moved', position: at('b', 'a') },
    },
    {
      name: 'a choice goes where it leads',
      from: at('b', 'a'),
      input: { do: 'choose', choice: 'lost' },
      outcome: { kind: 'moved', position: at('help', 'a', 'b=lost') },
    },
    {
      name: 'a step may be come to again',
      from: at('help', 'a', 'b'),
      input: { do: 'choose', choice: 'again' },
      outcome: { kind: 'moved', position: at('b', 'a', 'b', 'help=again') },
    },
    {
      name: 'back undoes the last move, also one beside the path',
      from: at('help', 'a', 'b'),
      input: { do: 'back' },
      outcome: { kind: 'moved', position: at('b', 'a') },
    },
    {
      name: 'there is nothing before the first step',
      from: at('a'),
      input: { do: 'back' },
      outcome: { kind: 'stayed', reason: 'at_start' },
    },
    {
      name: 'restart forgets the way so far',
      from: at('help', 'a', 'b'),
      input: { do: 'restart' },
      outcome: { kind: 'moved', position: at('a') },
    },
    {
      name: 'stop ends it anywhere',
      from: at('b', 'a'),
      input: { do: 'stop' },
      outcome: { kind: 'cancelled' },
    },
    {
      name: 'a choice of another step changes nothing',
      from: at('a'),
      input: { do: 'choose', choice: 'lost' },
      outcome: { kind: 'stayed', reason: 'no_such_way' },
    },
    {
      name: 'a step on the way, named as a choice, changes nothing',
      from: at('a'),
      input: { do: 'choose', choice: 'c' },
      outcome: { kind: 'stayed', reason: 'no_such_way' },
    },
    {
      name: 'coming to an end completes it',
      from: at('b', 'a'),
      input: { do: 'next' },
      outcome: { kind: 'completed', position: at('c', 'a', 'b') },
    },
    {
      name: 'there is nothing after the end',
      from: at('c', 'a', 'b'),
      input: { do: 'next' },
      outcome: { kind: 'stayed', reason: 'no_such_way' },
    },
    {
      name: 'a position of a step that is gone begins again',
      from: at('gone', 'a'),
      input: { do: 'next' },
      outcome: { kind: 'moved', position: at('b', 'a', 'a') },
    },
  ]
  test.each(cases)('$name', ({ from, input, outcome }) => {
    expect(stepFlow(flow, from, input)).toEqual(outcome)
  })

  test('a question without "done" stays on "done"', () => {
    const question = makeFlow([
      { id: 'ask', choices: [choiceTo('yes'), choiceTo('no')] },
      { id: 'yes', end: true },
      { id: 'no', end: true },
    ])
    expect(stepFlow(question, startFlow(question), { do: 'next' })).toEqual({
      kind: 'stayed',
      reason: 'no_such_way',
    })
  })

  test('a troubleshooter is walked first, then the same step or the one after', () => {
    const calling = makeFlow([
      {
        id: 'a',
        next: 'b',
        choices: [
          { id: 'stuck', title: 'Kẹt', call: 'fix' },
          { id: 'over', title: 'Sửa rồi qua', call: 'fix', goto: 'b' },
        ],
      },
      { id: 'b', next: 'end' },
      { id: 'end', end: true },
    ])
    const choose = (choice: string) => stepFlow(calling, at('a'), { do: 'choose', choice })
    expect(choose('stuck')).toEqual({ kind: 'called', flow: 'fix', position: at('a') })
    expect(choose('over')).toEqual({ kind: 'called', flow: 'fix', position: at('b', 'a=over') })
  })

  test('routes and typed values lead by what was answered, and back forgets the answer', () => {
    const branching = makeFlow([
      { id: 'who', choices: [choiceTo('age', 'me'), choiceTo('age', 'child')] },
      {
        id: 'age',
        ask: {
          kind: 'age',
          invalid: 'Gõ số.',
          ways: [
            { to: 13, goto: 'papers' },
            { from: 14, goto: 'papers' },
          ],
        },
      },
      {
        id: 'papers',
        next: [{ when: { step: 'who', is: 'child' }, goto: 'birth' }, { goto: 'end' }],
      },
      { id: 'birth', next: 'end' },
      { id: 'end', end: true },
    ])
    const come = (who: string) =>
      walk(branching, startFlow(branching), [
        { do: 'choose', choice: who },
        { do: 'enter', value: 9, told: '9 tuổi' },
      ])
    expect(come('child')).toEqual(at('papers', 'who=child', 'age=9 tuổi'))
    expect(walk(branching, come('child'), [{ do: 'next' }]).step).toBe('birth')
    expect(walk(branching, come('me'), [{ do: 'next' }]).step).toBe('end')
    const changed = walk(branching, come('child'), [
      { do: 'back' },
      { do: 'back' },
      { do: 'choose', choice: 'me' },
      { do: 'enter', value: 30, told: '30 tuổi' },
      { do: 'next' },
    ])
    expect(changed.step).toBe('end')
  })

  test('whoever walks in circles can go back fifty steps', () => {
    const circle = makeFlow([
      { id: 'a', next: 'b' },
      { id: 'b', next: 'a', choices: [choiceTo('end')] },
      { id: 'end', end: true },
    ])
    let position = startFlow(circle)
    for (let walked = 0; walked < 200; walked++) position = walk(circle, position, [{ do: 'next' }])
    expect(position.trail).toHaveLength(50)
    const back = Array<FlowInput>(50).fill({ do: 'back' })
    expect(walk(circle, position, back).trail).toEqual([])
  })
})

describe.each(campaign.flows.map(({ flow }) => flow))('anyone walking through $id', (guide) => {
  test('meets no error, a text at every step, and "back" undoes every move', () => {
    fc.assert(
      fc.property(fc.array(inputOf(guide), { maxLength: 120 }), (inputs) => {
        let position = startFlow(guide)
        for (const input of inputs) {
          const outcome = stepFlow(guide, position, input)
          if (outcome.kind === 'cancelled' || outcome.kind === 'stayed') continue
          const step = currentStep(guide, outcome.position)
          expect(step.id).toBe(outcome.position.step)
          expect(step.text.trim()).not.toBe('')
          expect(step.short.trim()).not.toBe('')
          expect(outcome.kind === 'completed').toBe(step.end)
          if (outcome.kind !== 'called' && (input.do === 'next' || input.do === 'choose')) {
            const undone = stepFlow(guide, outcome.position, { do: 'back' })
            expect(undone).toMatchObject({ kind: 'moved', position: { step: position.step } })
          }
          if (outcome.kind === 'completed') return
          position = outcome.position
        }
      }),
    )
  })

  test.each(guide.steps)('can come to an end from $id', ({ id }) => {
    const ends = guide.steps.filter(({ end }) => end).map((step) => step.id)
    expect(ends.some((end) => end === id || reachedFrom(guide, id).has(end))).toBe(true)
  })
})

/** What people want of any step of a guide, and what a stale or forged button may ask for. */
function inputOf(guide: Flow): fc.Arbitrary<FlowInput> {
  const choices = guide.steps.flatMap((step) => step.choices.map(({ id }) => id))
  const common = fc.constantFrom<FlowInput>({ do: 'back' }, { do: 'restart' }, { do: 'stop' })
  const choose = (choice: string): FlowInput => ({ do: 'choose', choice })
  const value = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer(), fc.double())
  const enter = value.map((typed): FlowInput => ({ do: 'enter', value: typed, told: `${typed}` }))
  return fc.oneof(
    { weight: 2, arbitrary: enter },
    { weight: 6, arbitrary: fc.constant<FlowInput>({ do: 'next' }) },
    { weight: 4, arbitrary: fc.constantFrom(...choices).map(choose) },
    { weight: 1, arbitrary: fc.string().map(choose) },
    { weight: 1, arbitrary: common },
  )
}

function typedAt(guide: Flow, step: string): FlowInput[] {
  const { ask } = currentStep(guide, at(step))
  return (ask?.ways ?? []).map(({ from, to }) => {
    const value = from ?? to ?? 0
    return { do: 'enter', value, told: `${value}` }
  })
}

function reachedFrom(guide: Flow, start: string): Set<string> {
  const reached = new Set<string>()
  const waiting = [start]
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { choices } = currentStep(guide, at(step))
    const inputs: FlowInput[] = [
      { do: 'next' },
      ...choices.map(({ id }): FlowInput => ({ do: 'choose', choice: id })),
      ...typedAt(guide, step),
    ]
    for (const input of inputs) {
      const outcome = stepFlow(guide, at(step), input)
      if (!('position' in outcome) || reached.has(outcome.position.step)) continue
      reached.add(outcome.position.step)
      waiting.push(outcome.position.step)
    }
  }
  return reached
}

function walk(guide: Flow, from: FlowPosition, inputs: readonly FlowInput[]): FlowPosition {
  return inputs.reduce((position, input) => {
    const outcome = stepFlow(guide, position, input)
    return 'position' in outcome ? outcome.position : position
  }, from)
}
