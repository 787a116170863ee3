/** A signed webhook call, ready to be sent or handed to an adapter. */
export type WebhookCall = { rawBody: Buffer; headers: Record<string, string> }

/** Sends a webhook call as the platform would, and gives the answer. */
export function deliver(url: string, { rawBody, headers }: WebhookCall): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body: new Uint8Array(rawBody) })
}
