import { ActivityHandler, ConversationState, type TurnContext } from 'botbuilder-core'
import { type DialogContext, DialogSet } from 'botbuilder-dialogs'
import dayjs from 'dayjs'
import { currentStep } from '../flows/step-flow'
import { toHanoiDay } from '../knowledge/hanoi-day'
import { fillMessage } from '../knowledge/messages'
import type { Understanding } from '../matching/create-matcher'
import { preferRelated } from '../matching/prefer-related'
import { toForm } from '../text/to-form'
import { carryActiveFlow, readActiveFlow } from './active-flow'
import { afterSilence } from './after-silence'
import { afterWarning } from './after-warning'
import { answerTopic } from './answer-topic'
import { countedLink } from './came-by'
import { type ActiveFlow, type ChatState, newChat } from './chat-state'
import { FlowDialog } from './flow-dialog'
import { followRef, followTypedCode } from './follow-link'
import { readAlarm } from './guard-middleware'
import { pressStep } from './press-step'
import { noteAsked, rateAnswer } from './rate-answer'
import { type Meaning, readMeaning } from './read-meaning'
import { sayHandoff } from './say-answer'
import { sayAttachment } from './say-attachment'
import { sayElsewhere } from './say-elsewhere'
import { sayFlowMiss } from './say-flow-miss'
import { helpButtons, menuButtons } from './say-menu'
import { sayShare } from './say-share'
import { sayClarify, sayUnknown } from './say-unsure'
import { sayWarnings } from './say-warnings'
import { Scene } from './scene'
import { toContext } from './to-context'
import { Turn } from './turn'
import type { TurnServices } from './turn-services'
import { withPinned } from './with-pinned'
import { isWithinPace, noteSaid } from './within-pace'

const CHAT = 'chat'
const DIALOGS = 'dialogs'
const NOTHING: Understanding = {
  kind: 'none',
  candidates: [],
  also: [],
  outside: null,
  understood: null,
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
      const active = await this.#resumeFlow(turn, dc)
      await react(new Scene({ turn, dc, dialog, active, silenceMs }))
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
    if (await followRef(scene)) return
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
    if (await followRef(scene)) return
    await turn.say(turn.messages.menu, menuButtons(turn))
    turn.note({ kind: 'answer', topic: 'help-menu' })
  }

  async #onMessage(scene: Scene): Promise<void> {
    const { turn, active } = scene
    const { text = '', value, attachments } = turn.context.activity
    const warned = await sayWarnings(turn, readAlarm(turn.context))
    if (!warned && text.trim() === '' && !value && attachments?.[0]) {
      await sayAttachment(turn, attachments[0].contentType)
      await scene.resume()
      return
    }
    if (!warned && !value && (await followTypedCode(scene, text))) return
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
    if (warned) return afterWarning(scene, meaning)
    if (await afterSilence(scene, meaning)) return
    await this.#act(scene, meaning, understanding)
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
        return scene.step(meaning.input)
      case 'step-button':
        return pressStep(scene, meaning.payload)
      case 'begin-flow':
        return scene.beginFlow(meaning.flow)
      case 'topic':
        noteAsked(scene, meaning, asked)
        return answerTopic(scene, meaning, understanding.also)
      case 'command':
        if (meaning.command === 'unresolved' && asked?.topic) {
          turn.note({ afterword: { kind: 'not_useful', topic: asked.topic, form: asked.form } })
        }
        return this.#command(scene, meaning.command, wasDigressed)
      case 'rating':
        return rateAnswer(scene, meaning)
      case 'stale':
        await turn.say(turn.messages.old_button, helpButtons(turn))
        return scene.resume()
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
        return scene.resume()
    }
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
    if (active && command !== 'menu') await scene.resume()
    else if (active) turn.note({ flow: active.flow.id, step: active.state.position.step })
  }
}
