import { shortenText } from '../text/shorten-text'
import type { ReplyButton } from './reply'

/**
 * Writes buttons as lines to put under a text, an empty line before them; `''` without buttons. What a tap would send
 * is `1. title`, numbered in the order of all such buttons, since the bot takes the number for an answer; an address is
 * `title: url` and has no number. A line for which there is no room is left out, and the others keep their numbers.
 *
 * @param limits UTF-16 units: of all the lines with the empty one, and of a title
 */
export function writeChoices(
  buttons: readonly ReplyButton[],
  limits: { length: number; title: number },
): string {
  let choices = ''
  let number = 0
  for (const button of buttons) {
    const title = shortenText(button.title, limits.title)
    const line = 'url' in button ? `${title}: ${button.url}` : `${++number}. ${title}`
    const addition = `${choices ? '\n' : '\n\n'}${line}`
    if (choices.length + addition.length <= limits.length) choices += addition
  }
  return choices
}
