import type { Content } from '../../src/bot/content'
import { GuardMiddleware } from '../../src/bot/guard-middleware'
import { runTurn } from '../../src/bot/run-turn'
import { CHANNEL_LIMITS } from '../../src/channels/channel-limits'
import { ConsoleAdapter } from '../../src/channels/console/console-adapter'
import { readContent } from '../../src/cli/read-content'
import type { Flow } from '../../src/flows/flow'
import { hashFlow } from '../../src/flows/hash-flow'
import { createInMemoryServices } from '../../src/rehearsal/in-memory-services'

const now = () => Date.parse('2026-11-25T09:00:00+07:00')
const content = readContent(now())
const GUIDE = 'activate-account'
const begun = content.flows.get(GUIDE)?.flow as Flow

/** The content with the guide as an editor left it; without it where they deleted it. */
function edited(flow: Flow | null): Content {
  const flows = new Map(content.flows)
  if (flow) flows.set(GUIDE, { flow, hash: hashFlow(flow) })
  else flows.delete(GUIDE)
  return { ...content, flows }
}

/** Someone at the second step of the guide when it is edited: what they say next, and what they are told. */
async function inTheMiddle(edit: Content, said: string) {
  const adapter = new ConsoleAdapter({ name: 'web', limits: CHANNEL_LIMITS.web }, now)
  adapter.use(new GuardMiddleware(() => []))
  const services = createInMemoryServices(content, now)
  const say = async (text: string, served: Content) => {
    const rawBody = Buffer.from(JSON.stringify({ text }))
    const [event] = adapter.receive({ method: 'POST', query: {}, headers: {}, rawBody }).events
    const turn = await runTurn(adapter, event?.activity ?? {}, { ...services(), content: served })
    return {
      ...turn.outcome,
      text: turn.said.map(({ text: told }) => told ?? '').join('\n'),
    }
  }
  await say('hướng dẫn kích hoạt tài khoản định danh', content)
  const before = await say('được duyệt rồi', content)
  expect(before.step).toBe('open-app')
  return say(said, edit)
}

const version = begun.version + 1
const change = (as: 'safe' | 'move' | 'restart', fields = {}) => [
  ...begun.changes,
  { version, as, moves: {}, ...fields },
]
const reworded = begun.steps.map((step) =>
  step.id === 'open-app' ? { ...step, text: 'Lời mới: mở VNeID.' } : step,
)
const renamed = begun.steps.map((step) => {
  const to = (id: string | undefined) => (id === 'open-app' ? 'start-app' : id)
  return {
    ...step,
    id: to(step.id) ?? '',
    next: typeof step.next === 'string' ? to(step.next) : step.next,
    choices: step.choices.map((choice) => ({ ...choice, goto: to(choice.goto) })),
  }
})

describe('someone in the middle of a guide', () => {
  const cases: { name: string; edit: Content; says: string; step: string }[] = [
    {
      name: 'stays on the version they began where nothing is said',
      edit: edited({ ...begun, version, steps: reworded }),
      says: 'Mở ứng dụng VNeID',
      step: 'open-app',
    },
    {
      name: 'gets new words at once where the edit is safe',
      edit: edited({ ...begun, version, steps: reworded, changes: change('safe') }),
      says: 'Lời mới: mở VNeID.',
      step: 'open-app',
    },
    {
      name: 'is moved where their step has another name',
      edit: edited({
        ...begun,
        version,
        steps: renamed,
        changes: change('move', { moves: { 'open-app': 'start-app' } }),
      }),
      says: 'Mở ứng dụng VNeID',
      step: 'start-app',
    },
    {
      name: 'begins anew and is told why where the edit asks for it',
      edit: edited({
        ...begun,
        version,
        changes: change('restart', { why: 'Quy định vừa thay đổi.' }),
      }),
      says: 'Quy định vừa thay đổi. Ta bắt đầu lại từ đầu',
      step: 'approved',
    },
    {
      name: 'ends it on their version where the guide was deleted',
      edit: edited(null),
      says: 'Mở ứng dụng VNeID',
      step: 'open-app',
    },
  ]
  test.each(cases)('$name', async ({ edit, says, step }) => {
    const reply = await inTheMiddle(edit, 'nhắc lại bước này')
    expect(reply).toMatchObject({ kind: 'step', flow: GUIDE, step })
    expect(reply.text).toContain(says)
  })

  test('can always stop, whatever was edited', async () => {
    for (const { edit } of cases) {
      expect(await inTheMiddle(edit, 'thôi')).toMatchObject({ kind: 'cancelled' })
    }
  })
})
