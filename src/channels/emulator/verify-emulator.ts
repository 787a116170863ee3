import { parseJson, pickText } from '../untrusted-json'
import type { WebhookRequest } from '../webhook'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The port of an Emulator on this machine; null for any other address, which we would never call. */
export function toLoopbackPort(serviceUrl: string): number | null {
  if (!URL.canParse(serviceUrl)) return null
  const { protocol, hostname, port } = new URL(serviceUrl)
  if (protocol !== 'http:' || !LOOPBACK.has(hostname)) return null
  return Number(port || 80)
}

/** Whether the call asks for replies to an Emulator on this machine: the protocol lets the caller name any address. */
export function verifyEmulator({ rawBody }: WebhookRequest): boolean {
  const body = parseJson(rawBody)
  return body === undefined || toLoopbackPort(pickText(body, 'serviceUrl')) !== null
}
