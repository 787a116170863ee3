import type { Migration } from 'kysely'
import type { DialectName } from '../schema'
import { firstTables } from './0001-first-tables'
import { revisions } from './0002-revisions'
import { allowances } from './0003-allowances'
import { handovers } from './0004-handovers'
import { consolePeople } from './0005-console'
import { drafts } from './0006-drafts'
import { insights } from './0007-insights'
import { links } from './0008-links'
import { lawReviews } from './0009-law-reviews'
import { bulletins } from './0010-bulletins'
import { erasures } from './0011-erasures'

/** Every migration by its name. They run in the order of their names and are never edited after a release. */
export function migrationsFor(dialect: DialectName): Record<string, Migration> {
  return {
    '0001-first-tables': firstTables(dialect),
    '0002-revisions': revisions(dialect),
    '0003-allowances': allowances,
    '0004-handovers': handovers,
    '0005-console': consolePeople(dialect),
    '0006-drafts': drafts(dialect),
    '0007-insights': insights(dialect),
    '0008-links': links,
    '0009-law-reviews': lawReviews(dialect),
    '0010-bulletins': bulletins(dialect),
    '0011-erasures': erasures(dialect),
  }
}
