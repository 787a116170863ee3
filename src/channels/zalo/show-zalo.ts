import type { ShownButton, ShownMessage } from '../shown-message'
import type { ZaloPayload } from './render-zalo'

type ZaloButton = { title: string; payload: string | { url: string } }

/** What a person sees of a request that {@link renderZalo} made. */
export function showZalo({ request }: ZaloPayload): ShownMessage {
  const { text, attachment } = request.message as {
    // What renderZalo writes.
    text: string
    attachment?: { payload: { buttons: ZaloButton[] } }
  }
  const buttons = attachment?.payload.buttons ?? []
  return {
    text,
    buttons: buttons.map(
      ({ title, payload }): ShownButton => ({
        title,
        kind: 'button',
        ...(typeof payload === 'string' ? {} : { url: payload.url }),
      }),
    ),
  }
}
