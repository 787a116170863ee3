import { ActivityHandler, ConversationState, type TurnContext } from 'botbuilder-core'
import { type DialogContext, DialogSet } from 'botbuilder-dialogs'
import dayjs from 'dayjs'
import type { Flow } from '../flows/flow'
import { currentStep } from '../flows/step-flow'
import { findTopic } from '../knowledge/find-topic'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { readCarryRef, toRef } from '../knowledge/link'
import { fillMessage } from '../knowledge/messages'
import { toReplacedTopic } from '../knowledge/replaced-topic'
import type { Candidate, Understanding } from '../matching/create-matcher'
import { preferRelated } from '../matching/prefer-related'
import { toForm } from '../text/to-form'
import { carryActiveFlow, readActiveFlow } from './active-flow'
import { countedLink } from './came-by'
import { takeUpCarried } from './carry-guides'
import { type ActiveFlow, type ChatState, newChat } from './chat-state'
import { findLinked } from './find-linked'
import { FLOW_DIALOG, FlowDialog } from './flow-dialog'
import { readAlarm } from './guard-middleware'
import { formatPayload } from './payload'
import { type Meaning, readMeaning } from './read-meaning'
import { sayAnswer, sayHandoff } from './say-answer'
import { sayAttachment } from './say-attachment'
import { sayElsewhere } from './say-elsewhere'
import { sayFlowMiss } from './say-flow-miss'
import { helpButtons, menuButtons } from './say-menu'
import { sayShare } from './say-share'
import { sayClarify, sayUnknown } from './say-unsure'
import { sayWaiting } from './say-waiting'
import { sayWarnings } from './say-warnings'
import { type StepInput, toStepInput } from './step-buttons'
import { toContext } from './to-context'
import { Turn } from './turn'
import type { TurnServices } from './turn-services'
import { readTypedCode } from './typed-code'
import { withPinned } from './with-pinned'
import { isWithinPace, noteSaid } from './within-pace'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** What is done at once even after a long silence, by the step's input or way. */
const GOING_AWAY: readonly string[] = ['stop', 'restart']

/** How an impostor of the police is known. */
const SCAM_TOPIC = 'scam-warning'

const CHAT = 'chat'
const DIALOGS = 'dialogs'
const NOTHING: Understanding = {
  kind: 'none',
  candidates: [],
  also: [],
  outside: null,
  understood: null,
}

/** Everything one message sets in motion: the turn, the dialog stack, and the guide that is in progress. */
type Scene = {
  turn: Turn
  dc: DialogContext
  dialog: FlowDialog
  active: { state: ActiveFlow; flow: Flow } | null
  /** How long the person had been silent, in milliseconds. */
  silenceMs: number
}

/**
 * Loa as the Bot Framework runs it: one instance a turn, over services bound to that turn's transaction. Reads what a
 * message means, does it, and leaves state and outcome behind.
 */
export class LoaBot extends ActivityHandler {
  readonly #services: TurnServices
  readonly #state: ConversationState

  constructor(services: TurnServices) {
    super()
    this.#services = services
    this.#state = new ConversationState(services.storage)
    this.onMessage((context, next) => this.#onTurn(context, next, (s) => this.#onMessage(s)))
    this.onMembersAdded((context, next) => this.#onTurn(context, next, (s) => this.#onArrival(s)))
    this.onEvent((context, next) => this.#onTurn(context, next, (s) => this.#onEvent(s)))
  }

  async #onTurn(
    context: TurnContext,
    next: () => Promise<void>,
    react: (scene: Scene) => Promise<void>,
  ): Promise<void> {
    const chat = await this.#state.createProperty<ChatState>(CHAT).get(context, newChat())
    const turn = new Turn(context, this.#services, chat)
    const dialogs = new DialogSet(this.#state.createProperty(DIALOGS))
    const dialog = new FlowDialog(turn)
    dialogs.add(dialog)
    const dc = await dialogs.createContext(context)
    const isFirst = chat.lastAt === 0
    const silenceMs = isFirst ? 0 : this.#services.now - chat.lastAt
    chat.lastAt = this.#services.now
    turn.note({ link: countedLink(chat, this.#services.now) })
    if (await isWithinPace(turn)) {
      await react({ turn, dc, dialog, silenceMs, active: await this.#resumeFlow(turn, dc) })
    }
    noteSaid(turn)
    if (isFirst && !turn.outcome.erased) {
      const { messages: days } = this.#services.content.knowledge.settings.keeps_days
      turn.addLast(fillMessage(turn.messages.first_contact, { days }))
    }
    await turn.end()
    if (turn.outcome.erased) await this.#state.delete(context)
    else await this.#state.saveChanges(context)
    await next()
  }

  /**
   * The guide in progress, on the version it was begun or the one that its people are brought to; a version that is
   * lost ends it, and says so.
   */
  async #resumeFlow(turn: Turn, dc: DialogContext): Promise<Scene['active']> {
    const state = dc.activeDialog?.state as ActiveFlow | undefined
    if (!state) return null
    const begun = await readActiveFlow(state, this.#services)
    if (!begun) {
      await dc.cancelAllDialogs()
      await turn.say(turn.messages.flow.gone)
      return null
    }
    const carried = await carryActiveFlow(state, begun, this.#services)
    if (carried.kind === 'restart') {
      await turn.sayMessage(turn.messages.flow.remade, { why: carried.why })
    }
    const current = this.#services.content.flows.get(state.flowId)
    return { state, flow: carried.kind === 'stay' || !current ? begun : current.flow }
  }

  async #onArrival(scene: Scene): Promise<void> {
    const { turn } = scene
    if (await this.#onRef(scene)) return
    await turn.say(withPinned(turn, turn.messages.welcome), menuButtons(turn))
    turn.note({ kind: 'answer', topic: 'greeting' })
  }

  async #onEvent(scene: Scene): Promise<void> {
    if (scene.turn.context.activity.name !== 'erase') return this.#onReferral(scene)
    await this.#erase(scene)
  }

  /** Forgets the conversation, because the person asked for it, here or at the platform. */
  async #erase({ turn, dc }: Scene): Promise<ReturnType<TurnServices['erase']>> {
    await dc.cancelAllDialogs()
    turn.note({ kind: 'answer', topic: 'delete-my-data', erased: true })
    return this.#services.erase()
  }

  async #onReferral(scene: Scene): Promise<void> {
    const { turn } = scene
    if (await this.#onRef(scene)) return
    await turn.say(turn.messages.menu, menuButtons(turn))
    turn.note({ kind: 'answer', topic: 'help-menu' })
  }

  /** Does what a link asks for, which the channels pass on as `ref:…`; false where it is none of ours. */
  async #onRef(scene: Scene): Promise<boolean> {
    const { value } = scene.turn.context.activity
    const ref = typeof value === 'string' && value.startsWith('ref:') ? value.slice(4) : ''
    const code = readCarryRef(ref)
    if (code === null) return this.#arrive(scene, ref)
    await this.#takeUp(scene, code)
    return true
  }

  /** Someone came by a link: opens what it is about, and remembers it; false where it is none of ours. */
  async #arrive(scene: Scene, ref: string): Promise<boolean> {
    const { turn } = scene
    const linked = findLinked(ref, this.#services.content)
    if (!linked) return false
    turn.chat.came = { ref: toRef(linked.link), at: this.#services.now }
    turn.note({ link: linked.link, arrived: true })
    switch (linked.to) {
      case 'topic':
        await sayAnswer(turn, linked.topic, 'full')
        break
      case 'flow':
        await this.#beginFlow(scene, linked.link.id)
        break
      case 'nothing':
        await turn.say(withPinned(turn, linked.note), helpButtons(turn))
        turn.note({ kind: 'answer' })
    }
    return true
  }

  /** Goes on where another conversation was, whose code this is. */
  async #takeUp(scene: Scene, code: string): Promise<void> {
    const { turn, dc } = scene
    const taken = await this.#services.codes.take(code)
    if (taken === null || taken === 'too_many') {
      return this.#sayNoCode(scene, taken === null ? 'unknown' : 'too_many')
    }
    const title = this.#services.content.flows.get(taken.at(-1)?.flowId ?? '')?.flow.title
    if (title) await turn.sayMessage(turn.messages.carry.taken_up, { title })
    turn.note({ kind: 'step' })
    if (await takeUpCarried(dc, taken, this.#services)) return
    await turn.say(turn.messages.flow.gone, helpButtons(turn))
  }

  async #sayNoCode(scene: Scene, why: 'unknown' | 'too_many'): Promise<void> {
    const { turn } = scene
    await turn.say(turn.messages.carry[why], helpButtons(turn))
    turn.note({ kind: 'answer' })
    if (scene.active) await this.#resume(scene)
  }

  /** A message that is a code and nothing else; false for every other. */
  async #onCode(scene: Scene, text: string): Promise<boolean> {
    const typed = await readTypedCode(text, this.#services)
    if (!typed) return false
    if (typed.kind === 'link') return this.#arrive(scene, typed.ref)
    if (typed.kind === 'carried') await this.#takeUp(scene, typed.code)
    else await this.#sayNoCode(scene, 'unknown')
    return true
  }

  async #onMessage(scene: Scene): Promise<void> {
    const { turn, active } = scene
    const { text = '', value, attachments } = turn.context.activity
    const warned = await sayWarnings(turn, readAlarm(turn.context))
    if (!warned && text.trim() === '' && !value && attachments?.[0]) {
      await sayAttachment(turn, attachments[0].contentType)
      if (active) await this.#resume(scene)
      return
    }
    if (!warned && !value && (await this.#onCode(scene, text))) return
    let understanding = NOTHING
    const meaning = readMeaning({
      text,
      value,
      chat: turn.chat,
      step: active ? currentStep(active.flow, active.state.position) : null,
      commands: this.#services.content.knowledge.commands,
      phrases: this.#services.content.phrases,
      today: toHanoiDay(this.#services.now),
      quiet: this.#quietTopics(active),
      understand: () => {
        understanding = this.#understand(text, turn.chat)
        const score = understanding.candidates[0]?.score ?? 0
        turn.note({ score, candidates: understanding.candidates })
        return understanding
      },
    })
    if (warned) return this.#afterWarning(scene, meaning)
    if (await this.#afterSilence(scene, meaning)) return
    await this.#act(scene, meaning, understanding)
  }

  /**
   * Inside a guide, what is typed after a long silence is answered with where one was, and after a very long one with
   * the guide's beginning. True where nothing more is to be said; a question, a button or a command is done as always.
   */
  async #afterSilence(scene: Scene, meaning: Meaning): Promise<boolean> {
    const { turn, active, dc, silenceMs } = scene
    if (!active) return false
    const { settings } = this.#services.content.knowledge
    const asked = toAsked(meaning, turn)
    if (silenceMs > active.flow.expires_after_days * DAY_MS) {
      await dc.cancelAllDialogs()
      scene.active = null
      if (!asked && meaning.kind !== 'step-button') return false
      await turn.sayMessage(turn.messages.flow.expired, { title: active.flow.title })
      await this.#beginFlow(scene, active.flow.id)
      return true
    }
    if (silenceMs <= settings.greet_after_minutes * MINUTE_MS) return false
    if (!asked || GOING_AWAY.includes(asked)) return false
    await sayWaiting(turn, active.flow, active.state.position)
    // "Làm tiếp" now takes the step up again; it has not been done yet.
    turn.chat.digressed = true
    return true
  }

  /** Small talk, and the topics that open the guide in progress: they would only show its step again. */
  #quietTopics(active: Scene['active']): Set<string> {
    const { topics, settings } = this.#services.content.knowledge
    const own = [...topics.values()].filter(({ opens }) => opens && opens === active?.flow.id)
    return new Set([...settings.small_talk, ...own.map(({ id }) => id)])
  }

  #understand(text: string, chat: ChatState): Understanding {
    const { knowledge, matcher } = this.#services.content
    const understanding = matcher.match(text)
    const context = toContext(chat.topic, knowledge)
    return preferRelated(understanding, text, context, knowledge.settings.matching)
  }

  /**
   * After a warning only a question that is plainly there is answered; a guide keeps its place. Who tells of an
   * impostor is told how to know one, whatever else they ask.
   */
  async #afterWarning(scene: Scene, meaning: Meaning): Promise<void> {
    const { turn, active } = scene
    const { topics } = this.#services.content.knowledge
    const meant = meaning.kind === 'topic' ? topics.get(meaning.topic) : undefined
    const isImpostor = readAlarm(turn.context).scam.includes('impostor')
    const topic = isImpostor && meant?.group !== 'safety' ? topics.get(SCAM_TOPIC) : meant
    if (topic && topic.group !== 'bot') await sayAnswer(turn, topic, 'short')
    if (active) await this.#resume(scene)
    turn.note({ kind: 'safety' })
  }

  async #act(scene: Scene, meaning: Meaning, understanding: Understanding): Promise<void> {
    const { turn, active } = scene
    const { chat } = turn
    if (meaning.kind !== 'none') chat.misses = 0
    const wasDigressed = chat.digressed
    chat.digressed = false
    const { asked } = chat
    if (meaning.kind !== 'rating') chat.asked = null
    switch (meaning.kind) {
      case 'flow-input':
        return this.#step(scene, meaning.input)
      case 'step-button':
        return this.#pressStep(scene, meaning.payload)
      case 'begin-flow':
        return this.#beginFlow(scene, meaning.flow)
      case 'topic':
        this.#noteAsked(scene, meaning, asked)
        return this.#answer(scene, meaning, understanding.also)
      case 'command':
        if (meaning.command === 'unresolved' && asked?.topic) {
          turn.note({ afterword: { kind: 'not_useful', topic: asked.topic, form: asked.form } })
        }
        return this.#command(scene, meaning.command, wasDigressed)
      case 'rating':
        return this.#rate(scene, meaning)
      case 'stale':
        await turn.say(turn.messages.old_button, helpButtons(turn))
        return active ? this.#resume(scene) : undefined
      case 'clarify':
        chat.digressed = active !== null
        await sayClarify(turn, understanding)
        chat.asked = { form: toForm(turn.context.activity.text ?? ''), topic: null }
        // What was most likely meant is what a short question after it is about.
        chat.topic = understanding.candidates[0]?.topic ?? chat.topic
        return turn.note(active ? { flow: active.flow.id, step: active.state.position.step } : {})
      case 'none':
        chat.digressed = wasDigressed
        if (!active) return sayUnknown(turn, understanding.outside)
        if (!understanding.outside) return sayFlowMiss(turn, active.flow, active.state.position)
        await sayUnknown(turn, understanding.outside)
        return this.#resume(scene)
    }
  }

  /** Remembers what an answer answers, and tells of a choice that was taken. */
  #noteAsked(
    { turn }: Scene,
    { topic, pressed }: { topic: string; pressed: boolean },
    asked: ChatState['asked'],
  ): void {
    const { chat, context } = turn
    const payload = formatPayload({ kind: 'topic', topic })
    const isChoice = chat.offered.some((offer) => offer.payload === payload)
    if (pressed && isChoice && asked?.topic === null) {
      turn.note({ afterword: { kind: 'chosen', topic, form: asked.form } })
      chat.asked = { form: asked.form, topic }
    } else chat.asked = { form: pressed ? '' : toForm(context.activity.text ?? ''), topic }
  }

  /** Thanks for a rating. It counts once, and for the answer that was last given. */
  async #rate(scene: Scene, { topic, useful }: { topic: string; useful: boolean }): Promise<void> {
    const { turn, active } = scene
    const { chat, messages } = turn
    if (chat.asked?.topic === topic) {
      const kind = useful ? 'useful' : 'not_useful'
      turn.note({ afterword: { kind, topic, form: chat.asked.form } })
      chat.asked = null
    }
    if (useful) await turn.say(messages.rating.thanks)
    else await turn.say(messages.rating.sorry, helpButtons(turn))
    turn.note({ kind: 'answer' })
    if (active) await this.#resume(scene)
  }

  async #answer(
    scene: Scene,
    { topic: id, pressed }: { topic: string; pressed: boolean },
    asked: readonly Candidate[],
  ) {
    const { turn, active, dc } = scene
    const { knowledge, flows } = this.#services.content
    const topic = findTopic(knowledge, id)
    if (!topic) return turn.say(turn.messages.old_button, helpButtons(turn))
    const told = toReplacedTopic(topic, knowledge, turn.bulletins) ?? topic
    const opens = told.opens ? flows.get(told.opens) : undefined
    if (!active && opens) {
      await sayAnswer(turn, topic, 'short')
      await dc.beginDialog(FLOW_DIALOG, opens)
      return
    }
    if (active && opens && opens.flow.id === active.flow.id) {
      return this.#step(scene, { do: 'again' })
    }
    const also = asked.flatMap((one) =>
      one.topic === id ? [] : (knowledge.topics.get(one.topic) ?? []),
    )
    await sayAnswer(turn, topic, active && !pressed ? 'short' : 'full', also)
    if (!active) return
    await this.#resume(scene)
    if (turn.outcome.kind === 'answer') turn.note({ kind: 'resume' })
  }

  async #command(
    scene: Scene,
    command: Extract<Meaning, { kind: 'command' }>['command'],
    wasDigressed: boolean,
  ): Promise<void> {
    const { turn, active, dc } = scene
    if (command === 'elsewhere') return sayElsewhere(turn, dc, active)
    if (command === 'erase') {
      const { code, counts } = await this.#erase(scene)
      const day = dayjs(toHanoiDay(this.#services.now)).format('DD/MM/YYYY')
      return turn.sayMessage(turn.messages.erased, { ...counts, code, day })
    }
    if (command === 'human' || command === 'unresolved') await sayHandoff(turn)
    else if (command === 'share')
      await sayShare(turn, wasDigressed ? null : (active?.flow.id ?? null))
    else {
      await turn.say(turn.messages.menu, menuButtons(turn))
      turn.note({ kind: 'answer', topic: 'help-menu' })
    }
    if (active && command !== 'menu') await this.#resume(scene)
    else if (active) turn.note({ flow: active.flow.id, step: active.state.position.step })
  }

  async #beginFlow({ turn, dc }: Scene, id: string): Promise<void> {
    const placed = this.#services.content.flows.get(id)
    if (!placed) return turn.say(turn.messages.old_button, helpButtons(turn))
    if (!placed.flow.returns) await dc.cancelAllDialogs()
    turn.note({ kind: 'step' })
    await dc.beginDialog(FLOW_DIALOG, placed)
  }

  async #step({ turn, dc, dialog, active }: Scene, input: StepInput): Promise<void> {
    if (!active) return
    dialog.give(active.flow, input)
    turn.note({ kind: 'step' })
    await dc.continueDialog()
  }

  async #pressStep(scene: Scene, payload: { flow: string; step: string; way: string }) {
    const { turn, active } = scene
    const isThisGuide = active?.flow.id === payload.flow
    // "Thôi" means the same under every step, also one that was shown long ago.
    if (isThisGuide && (active.state.position.step === payload.step || payload.way === 'stop')) {
      return this.#step(scene, toStepInput(payload.way))
    }
    if (active) {
      await turn.say(turn.messages.flow.changed)
      return this.#step(scene, { do: 'again' })
    }
    const title = turn.messages.button.guide
    const flow = this.#services.content.flows.has(payload.flow)
    await turn.say(turn.messages.old_button, [
      ...(flow ? [{ title, payload: { kind: 'flow' as const, flow: payload.flow } }] : []),
      ...helpButtons(turn),
    ])
  }

  /** Takes the step up again in a sentence, after something else was said. */
  async #resume({ turn, dc, dialog, active }: Scene): Promise<void> {
    if (!active) return
    dialog.give(active.flow, { do: 'again' })
    await dc.repromptDialog()
    turn.chat.digressed = true
  }
}

/** What a typed message asks of the step shown, `nothing` where it is not understood; null for a question or a pressed button. */
function toAsked(meaning: Meaning, { context }: Turn): string | null {
  switch (meaning.kind) {
    case 'none':
      return 'nothing'
    case 'flow-input':
      return meaning.input.do
    case 'step-button':
      return context.activity.value ? null : meaning.payload.way
    default:
      return null
  }
}
