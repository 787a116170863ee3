import type { Link } from '../knowledge/link'
import type { Candidate } from '../matching/create-matcher'

/**
 * What a turn was: the words of the `ask` and `chat` commands, of the metrics and of the insights. `flood`: written too
 * fast to be answered.
 */
export type TurnKind =
  | 'answer'
  | 'clarify'
  | 'fallback'
  | 'safety'
  | 'handoff'
  | 'step'
  | 'resume'
  | 'cancelled'
  | 'completed'
  | 'flood'

/**
 * What a turn tells of the question before: which of the choices was meant, or whether the answer helped. `form` finds
 * that question again; `''` where a button had asked it.
 */
export type Afterword = { kind: 'chosen' | 'useful' | 'not_useful'; topic: string; form: string }

/**
 * What a person did in a guide, each once in a run of it: came to a step, went on from it, stopped at it, or came to
 * the end.
 */
export type GuideMove = {
  flow: string
  version: number
  step: string
  move: 'reached' | 'passed' | 'stopped' | 'completed'
}

/** Why the bot said what it said, without any word of the person. */
export type TurnOutcome = {
  kind: TurnKind
  /** The entry that was answered, or null. */
  topic: string | null
  /** The guide that the person is in after this turn, or left with it. */
  flow: string | null
  /** The step shown, or null. */
  step: string | null
  /** Probability of the best candidate; 1 for what a command or a button asked for, 0 where nothing was. */
  score: number
  candidates: Candidate[]
  /** Business outside the campaign that was recognised, by its id in outside.yaml, or null. */
  outside: string | null
  afterword: Afterword | null
  moves: GuideMove[]
  /** A guide was begun in this turn. */
  began: boolean
  /** The link to which this turn counts, or null. */
  link: Link | null
  /** The person came by it in this turn. */
  arrived: boolean
  /** Whatever was kept of the person was erased in this turn: nothing is to be kept of it, either. */
  erased: boolean
}

/** Name of the trace activity that carries a {@link TurnOutcome}: shown by the Emulator, sent to nobody. */
export const OUTCOME_TRACE = 'Loa.Outcome'
