import type { ShownButton, ShownMessage } from '../shown-message'
import type { MessengerRequest } from './render-messenger'

type TemplateButton = { title: string; url?: string }
/** What renderMessenger writes. */
type Message = {
  text?: string
  quick_replies?: { title: string }[]
  attachment?: {
    payload: {
      text?: string
      buttons?: TemplateButton[]
      elements?: { buttons: TemplateButton[] }[]
    }
  }
}

/** What a person sees of a call that {@link renderMessenger} made. */
export function showMessenger({ message }: MessengerRequest): ShownMessage {
  const { text, quick_replies = [], attachment } = message as Message
  const { payload } = attachment ?? {}
  const cards = payload?.elements?.flatMap(({ buttons }) => buttons) ?? []
  return {
    text: text ?? payload?.text ?? '',
    buttons: [
      ...(payload?.buttons ?? []).map(toShown('button')),
      ...quick_replies.map(toShown('quick')),
      ...cards.map(toShown('card')),
    ],
  }
}

const toShown =
  (kind: ShownButton['kind']) =>
  ({ title, url }: TemplateButton): ShownButton => ({ title, kind, ...(url ? { url } : {}) })
