import { shortenText } from '../../text/shorten-text'
import type { ReplyButton } from '../reply'

/** Characters of the title of a button and of a quick reply. */
export const BUTTON_TITLE_LENGTH = 20

/** A button of a template: sends its payload back, or opens an https address. Source: Send API, "Buttons". */
export function toTemplateButton(button: ReplyButton): Record<string, unknown> {
  const target =
    'payload' in button
      ? { type: 'postback', payload: button.payload }
      : { type: 'web_url', url: button.url }
  return { ...target, title: shortenText(button.title, BUTTON_TITLE_LENGTH) }
}

/** A template's buttons open https addresses only. */
export function fitsTemplate(button: ReplyButton): boolean {
  return 'payload' in button || button.url.startsWith('https://')
}
