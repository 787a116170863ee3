import type { FieldChange } from '../../knowledge/compare-topic-forms'
import type { RehearsalTask } from '../../rehearsal/rehearser'
import type { Entry } from './entry'

/** Has a draft checked, of whichever kind. */
export type CheckTask = Extract<RehearsalTask, { kind: 'check' | 'check-flow' }>

/** A kind of file that is written in the console by a form: entries, guides. */
export type EditedKind<Form> = {
  /** What actions in the audit trail begin with. */
  action: 'answers' | 'flows'
  /** What one of them is called at the beginning of a sentence. */
  noun: string
  /** What the keys of its drafts begin with, so that an entry may have the id of a guide. */
  prefix: string
  /** Whether a published file is of this kind. */
  owns(path: string): boolean
  /** Where the file of a new one is published. */
  toPath(id: string): string
  readForm(text: string): Form
  compare(was: Form, now: Form): FieldChange[]
  /** What a field is called. */
  nameField(field: string, form: Form): string
  /**
   * The text of a file with a form in it.
   * @throws {YamlEditError} when the file is written in a way that cannot be edited
   */
  toText(entry: Entry<Form>, form: Form): string
  /**
   * The text that brings back an earlier published state.
   * @throws {AnswerError} `state` where that cannot be done here
   */
  toRestored(published: string, earlier: string): string
  toCheck(change: CheckTask['change'], today: string): CheckTask
}
