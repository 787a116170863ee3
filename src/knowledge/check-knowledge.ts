import type { Check } from './checks/check'
import { checkButtons } from './checks/check-buttons'
import { checkConfidence } from './checks/check-confidence'
import { checkDates } from './checks/check-dates'
import { checkExamples } from './checks/check-examples'
import { checkIds } from './checks/check-ids'
import { checkLabels } from './checks/check-labels'
import { checkLengths } from './checks/check-lengths'
import { checkLinks } from './checks/check-links'
import { checkLoudspeaker } from './checks/check-loudspeaker'
import { checkMessengerPage } from './checks/check-messenger-page'
import { checkNotes } from './checks/check-notes'
import { checkRedirects } from './checks/check-redirects'
import { checkSecrets } from './checks/check-secrets'
import { checkSettings } from './checks/check-settings'
import { checkSources } from './checks/check-sources'

/** Everything that is checked of the knowledge as a whole. A new check is a file and a line here. */
const CHECKS: readonly Check[] = [
  checkIds,
  checkLabels,
  checkExamples,
  checkButtons,
  checkNotes,
  checkSources,
  checkConfidence,
  checkLengths,
  checkLinks,
  checkSecrets,
  checkDates,
  checkSettings,
  checkMessengerPage,
  checkRedirects,
  checkLoudspeaker,
]

/** Checks what no single file shows. Pure: the same input gives the same problems. */
export const checkKnowledge: Check = (input) => CHECKS.flatMap((check) => check(input))
