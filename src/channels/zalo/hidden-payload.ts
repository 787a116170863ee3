/** Marks a button's payload: Zalo brings it back as if the person had typed it. */
const PREFIX = '#loa:'

/** Zalo's limit for the payload of an `oa.query` button, our mark included. */
export const HIDDEN_PAYLOAD_LENGTH = 1000

/** What a button sends back when it is tapped. */
export function toHiddenPayload(payload: string): string {
  return PREFIX + payload
}

/** The payload in a text that a button sent; `undefined` for what a person typed. */
export function readHiddenPayload(text: string): string | undefined {
  const payload = text.startsWith(PREFIX) ? text.slice(PREFIX.length).trim() : ''
  return payload || undefined
}
