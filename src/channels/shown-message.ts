/** What a person sees of one message on their platform, read back from the request that is sent there. */
export type ShownMessage = { text: string; buttons: ShownButton[] }

/**
 * A button as it is shown. `kind`: under the message, a choice that goes with the next message, or a card beside others.
 * Choices that are written in the text are part of the text.
 */
export type ShownButton = { title: string; url?: string; kind: 'button' | 'quick' | 'card' }
