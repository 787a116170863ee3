import { shortenText } from '../../text/shorten-text'
import type { ReplyButton } from '../reply'
import { toTemplateButton } from './template-button'

/** Limits of a generic template. Source: Send API, "Generic template". */
const CARDS = 10
const BUTTONS_OF_CARD = 3
const CARD_TITLE_LENGTH = 80

/** Buttons that a carousel holds; more are left out. */
export const CAROUSEL_BUTTONS = CARDS * BUTTONS_OF_CARD

/**
 * Buttons as a generic template: cards beside each other with three buttons each. A card's title has the titles of its
 * buttons in full, which the buttons themselves must shorten.
 */
export function toCarousel(buttons: readonly ReplyButton[]): Record<string, unknown> {
  const elements: unknown[] = []
  for (let from = 0; from < Math.min(buttons.length, CAROUSEL_BUTTONS); from += BUTTONS_OF_CARD) {
    const card = buttons.slice(from, from + BUTTONS_OF_CARD)
    elements.push({
      title: shortenText(card.map(({ title }) => title).join(' · '), CARD_TITLE_LENGTH),
      buttons: card.map(toTemplateButton),
    })
  }
  return { attachment: { type: 'template', payload: { template_type: 'generic', elements } } }
}
