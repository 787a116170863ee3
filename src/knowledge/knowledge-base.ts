import type { Lexicon } from '../text/lexicon'
import type { Readings } from '../text/to-spoken'
import type { Commands } from './commands'
import type { Fact, Note } from './fact'
import type { Messages } from './messages'
import type { MessengerPage } from './messenger-page'
import type { Outline } from './outline'
import type { OutsideTopic } from './outside-topic'
import type { Redirect } from './redirects'
import type { Settings } from './settings'
import type { Topic } from './topic'
import type { Units } from './units'

/** Everything the bot knows, checked and immutable. A new edit makes a new one. */
export type KnowledgeBase = {
  /** SHA-256 of the files it was read from, in hex: the same content has the same hash on every machine. */
  readonly hash: string
  /** The entries that answer. */
  readonly topics: ReadonlyMap<string, Topic>
  /** Those that are turned off. */
  readonly offTopics: ReadonlyMap<string, Topic>
  readonly outside: readonly OutsideTopic[]
  readonly notes: ReadonlyMap<string, Note>
  readonly facts: ReadonlyMap<string, Fact>
  readonly outline: Outline
  readonly settings: Settings
  /** Who gives out links, and where each sends people. */
  readonly units: Units
  readonly messages: Messages
  /** Null where the campaign has no page on Messenger. */
  readonly messenger: MessengerPage | null
  readonly commands: Commands
  readonly lexicon: Lexicon
  /** Ids that were published and are no more, so that their links still lead somewhere. */
  readonly redirects: readonly Redirect[]
  /** How words that are no Vietnamese are read aloud. */
  readonly readings: Readings
}
