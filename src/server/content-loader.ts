import type { ContentResult, ContentSources } from '../bot/load-content'

/** Loads content without holding up turns and webhooks. One request after the other. */
export type ContentLoader = {
  /** @throws {Error} when loading itself fails, which no file should be able to bring about, or is closed meanwhile */
  load(sources: ContentSources): Promise<ContentResult>
  close(): Promise<void>
}
