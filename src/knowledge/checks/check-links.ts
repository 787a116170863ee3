import { findAddresses, toAddressMessage } from '../find-addresses'
import { isAllowedAddress, isAllowedLink } from '../is-allowed-link'
import type { Problem } from '../problem'
import { problemAt } from '../problem-at'
import { toldTexts } from '../told-texts'
import type { Check } from './check'

/** No address outside the allowed domains stands anywhere that citizens read, in a button or in a text. */
export const checkLinks: Check = ({ draft }) => {
  const { allowed_domains: allowed } = draft.knowledge.settings
  return [
    ...draft.topics.flatMap(({ topic: { buttons }, ...place }) =>
      buttons.flatMap((button, index): Problem[] => {
        if (!('link' in button) || isAllowedLink(button.link, allowed)) return []
        const message = toAddressMessage(button.link)
        return [problemAt(place, ['buttons', index, 'link'], { message })]
      }),
    ),
    ...toldTexts(draft).flatMap(({ place, path, text }) =>
      findAddresses(text)
        .filter((address) => !isAllowedAddress(address, allowed))
        .map((address) => problemAt(place, path, { message: toAddressMessage(address) })),
    ),
  ]
}
