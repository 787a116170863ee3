import type { SendReceipt, StoredMessage } from '../../delivery/outbound-message'
import { SendError } from '../../delivery/send-error'
import { post } from '../post'
import { toRuleOfStatus, toSendError } from '../send-rule'
import { pick, pickText } from '../untrusted-json'
import { parseEmulatorPerson } from './emulator-person'

/**
 * Posts one activity to the Emulator, at this machine only.
 * @throws SendError `retry` while nothing listens there, `refuse` when the conversation is gone
 */
export async function sendEmulator({ payload }: StoredMessage): Promise<SendReceipt> {
  const address = parseEmulatorPerson(pickText(payload, 'person'))
  if (!address) throw new SendError('unknown_person', { policy: 'refuse' })
  const { port, conversation } = address
  const answer = await post(
    `http://localhost:${port}/v3/conversations/${encodeURIComponent(conversation)}/activities`,
    {
      headers: {},
      body: {
        ...(pick(payload, 'activity') as Record<string, unknown>), // by renderEmulator
        conversation: { id: conversation },
        from: { id: 'loa', name: 'Loa', role: 'bot' },
      },
    },
  )
  if (answer.status >= 300) {
    throw toSendError(toRuleOfStatus(answer.status), { platformCode: `HTTP ${answer.status}` })
  }
  const platformMessageId = pickText(answer.body, 'id')
  return platformMessageId ? { platformMessageId } : {}
}
