import fc from 'fast-check'
import type { Flow } from '../../src/flows/flow'
import {
  currentStep,
  type FlowInput,
  type FlowPosition,
  startFlow,
  stepFlow,
} from '../../src/flows/step-flow'
import { campaign } from './campaign-flows'

const flows = new Map(campaign.flows.map(({ flow }) => [flow.id, flow]))

/** Where a person is: the guide they began, and the troubleshooters that were called from it. */
type Place = readonly { flow: Flow; position: FlowPosition }[]

/** What the dialog stack makes of an outcome; empty where the guide is over. */
function walk(place: Place, input: FlowInput): Place {
  const top = place.at(-1)
  if (!top) return place
  const outcome = stepFlow(top.flow, top.position, input)
  const below = place.slice(0, -1)
  switch (outcome.kind) {
    case 'cancelled':
      return []
    case 'completed':
      return below
    case 'stayed':
      return outcome.reason === 'at_start' && below.length > 0 ? below : place
    case 'moved':
      return [...below, { flow: top.flow, position: outcome.position }]
    case 'called': {
      const flow = flows.get(outcome.flow)
      if (!flow) throw new Error(`no guide ${outcome.flow}`)
      const resumed = { flow: top.flow, position: outcome.position }
      return [...below, resumed, { flow, position: startFlow(flow) }]
    }
  }
}

/** Everything that a step offers, beside back, restart and stop. */
function offered({ flow, position }: Place[number]): FlowInput[] {
  const { next, choices, ask } = currentStep(flow, position)
  return [
    ...(next ? [{ do: 'next' } as const] : []),
    ...choices.map(({ id }) => ({ do: 'choose', choice: id }) as const),
    ...(ask?.ways ?? []).map(({ from, to }) => {
      return { do: 'enter', value: from ?? to ?? 0, told: 'tuổi' } as const
    }),
  ]
}

const sound: fc.Arbitrary<(place: Place) => FlowInput | undefined> = fc
  .nat(100)
  .map((pick) => (place: Place) => {
    const top = place.at(-1)
    const ways = top ? offered(top) : []
    return ways[pick % Math.max(1, ways.length)]
  })
const anything = fc
  .oneof(
    fc.constantFrom<FlowInput>(
      { do: 'next' },
      { do: 'back' },
      { do: 'restart' },
      { do: 'stop' },
      { do: 'enter', value: Number.NaN, told: '' },
    ),
    fc.string().map((choice): FlowInput => ({ do: 'choose', choice })),
    fc.double().map((value): FlowInput => ({ do: 'enter', value, told: `${value}` })),
  )
  .map((input) => () => input)
const inputs = fc.array(
  fc.oneof({ weight: 5, arbitrary: sound }, { weight: 1, arbitrary: anything }),
  { maxLength: 80 },
)

describe.each([...flows.values()])('in $id, whatever is said', (flow) => {
  test('every way that a step offers leads on, back leads back, and stop stops', () => {
    fc.assert(
      fc.property(inputs, (said) => {
        let place: Place = [{ flow, position: startFlow(flow) }]
        for (const choose of said) {
          const input = choose(place)
          if (input) place = walk(place, input)
          const top = place.at(-1)
          if (!top) return
          expect(currentStep(top.flow, top.position).end).toBe(false)
          const ways = offered(top)
          expect(ways).not.toEqual([])
          for (const way of ways) {
            const { kind } = stepFlow(top.flow, top.position, way)
            expect(['moved', 'called', 'completed']).toContain(kind)
          }
          expect(walk(place, { do: 'stop' })).toEqual([])
          expect(countBacks(place)).toBeLessThanOrEqual(51 * place.length)
        }
      }),
    )
  })
})

test('no position and no input makes a step throw', () => {
  const walked = fc.record({ step: fc.string(), answer: fc.string() }, { requiredKeys: ['step'] })
  const position = fc.record({ step: fc.string(), trail: fc.array(walked) })
  const input = anything.map((make) => make())
  fc.assert(
    fc.property(fc.constantFrom(...flows.values()), position, input, (flow, somewhere, said) => {
      const { kind } = stepFlow(flow, somewhere, said)
      expect(['moved', 'called', 'completed', 'cancelled', 'stayed']).toContain(kind)
    }),
  )
})

/** How often "quay lại" is said until one is at the beginning of the guide that was begun first. */
function countBacks(place: Place): number {
  let backs = 0
  for (let now = place; ; backs++) {
    const before = walk(now, { do: 'back' })
    if (before === now) {
      expect(now).toHaveLength(1)
      return backs
    }
    now = before
  }
}
