import type { Choice } from '../../src/flows/flow'
import { toProgress } from '../../src/flows/flow-progress'
import { currentStep, type FlowPosition, startFlow, stepFlow } from '../../src/flows/step-flow'
import { type Commands, commandsSchema } from '../../src/knowledge/commands'
import { readYaml } from '../../src/knowledge/read-yaml'
import { readSourceFiles } from '../../src/knowledge/source-file'
import { PhraseReader } from '../../src/matching/phrase-reader'
import { fold } from '../../src/text/fold'
import { emptyLexicon } from '../../src/text/lexicon'
import { campaign, campaignProblems } from './campaign-flows'

const flows = campaign.flows.map(({ flow }) => flow)
const phrases = new PhraseReader(emptyLexicon)
const steps = flows.flatMap((flow) =>
  flow.steps.map((step) => ({ name: `${flow.id}/${step.id}`, flow, step })),
)

test('the guides load and are sound', () => {
  expect(campaignProblems()).toEqual([])
  expect(flows.map(({ id }) => id)).toEqual([
    'activate-account',
    'fix-login',
    'fix-nfc-face',
    'fix-otp',
    'integrate-documents',
    'register-level-1',
    'register-level-2',
    'residence-notice',
  ])
})

describe.each(flows)('$id', (flow) => {
  test('saying "done" or taking the first choice all the way ends it, always a step further', () => {
    let position: FlowPosition = startFlow(flow)
    for (let number = 1; ; number++) {
      const { total } = toProgress(flow, position)
      expect(toProgress(flow, position)).toEqual({ number, total })
      expect(number).toBeLessThan(total)
      const { next, choices } = currentStep(flow, position)
      const outcome = stepFlow(
        flow,
        position,
        next ? { do: 'next' } : { do: 'choose', choice: choices[0]?.id ?? '' },
      )
      if (outcome.kind === 'completed') {
        expect(toProgress(flow, outcome.position)).toEqual({ number: total, total })
        return
      }
      if (outcome.kind !== 'moved') throw new Error(`no way on from ${position.step}`)
      position = outcome.position
    }
  })

  test('where it ends it offers what to read or do next', () => {
    const ends = flow.steps.filter(({ end }) => end)
    expect(ends.filter(({ related }) => related.length === 0)).toEqual([])
  })
})

describe('a step leaves room for the buttons that every step has', () => {
  test.each(steps)('$name', ({ step }) => {
    expect(step.choices.length + (step.next ? 1 : 0)).toBeLessThanOrEqual(3)
  })
})

describe('a step reads well on a phone', () => {
  test.each(steps)('$name', ({ step }) => {
    expect(step.text.length).toBeLessThanOrEqual(450)
    expect(step.text).not.toMatch(/\p{Extended_Pictographic}|[ \t]$/mu)
    expect(`${step.text} ${step.short}`.normalize('NFC')).toBe(`${step.text} ${step.short}`)
  })
})

describe('no words of a choice are another choice of the step', () => {
  const asking = steps.filter(({ step }) => step.choices.length > 1)
  test.each(asking)('$name', ({ step }) => {
    for (const choice of step.choices) {
      const others = step.choices.filter((other) => other !== choice).flatMap(toPhrases)
      const mistaken = toPhrases(choice).filter((said) => phrases.liken(phrases.read(said), others))
      expect(mistaken).toEqual([])
    }
  })
})

describe('no words of a choice steer the guide instead', () => {
  const { next, ...others } = readCommands()
  // Where a step has no "done", "rồi" can only be the answer to its question.
  const takenOn = (hasNext: boolean) =>
    new Set([...Object.values(others).flat(), ...(hasNext ? next : [])].map(fold))
  const choosing = steps.filter(({ step }) => step.choices.length > 0)
  test.each(choosing)('$name', ({ step }) => {
    const taken = takenOn(step.next !== undefined)
    expect(step.choices.flatMap(toPhrases).filter((said) => taken.has(fold(said)))).toEqual([])
  })
})

test('no words are two commands', () => {
  const said = Object.entries(readCommands()).flatMap(([command, phrases]) =>
    phrases.map((phrase) => ({ command, phrase: fold(phrase) })),
  )
  const twice = said.filter(({ phrase }, index) =>
    said.some((other, place) => place !== index && other.phrase === phrase),
  )
  expect(twice).toEqual([])
})

describe('what is typed into the app never goes into the chat', () => {
  const typing = steps.filter(({ step }) =>
    /[Nn]hập [^.\n]{0,20}(mã OTP|số định danh)/.test(step.text),
  )
  test.each(typing)('$name', ({ step }) => {
    expect(step.text).toMatch(/VNeID|ứng dụng|màn hình đăng nhập/)
    expect(step.text).toMatch(/[Kk]hông đọc|đừng gửi|không nói/)
  })
})

function toPhrases({ title, says }: Choice): string[] {
  return [title, ...says]
}

function readCommands(): Commands {
  const file = readSourceFiles('knowledge').find(({ path }) => path.endsWith('commands.yaml'))
  const result = file && readYaml(file, commandsSchema)
  if (!result?.ok) throw new Error('commands.yaml cannot be read')
  return result.value
}
