import type { KnowledgeBase } from '../../knowledge/knowledge-base'
import { fillMessage, type Messages } from '../../knowledge/messages'
import type { Unit } from '../../knowledge/units'
import { type LinkPlace, type Shared, toLink } from './shared'

/** Everything that stands on a sheet, a card or a picture. */
export type Handout = {
  campaign: string
  organiser: string
  title: string
  answer: string
  /** The link in the QR code, and as it is printed. */
  link: string
  shownLink: string
  scan: string
  place: string
  safety: string
  source: string
}

/** What kits are made with: the knowledge, who hands them on, and the site's address without a slash at the end. */
export type KitContext = { knowledge: KnowledgeBase; unit: Unit; base: string }

/** What stands on a unit's paper, put at a place, of a thing that is shared. */
export function toHandout(
  shared: Shared,
  { knowledge, unit, base }: KitContext,
  place: LinkPlace,
): Handout {
  const { messages, settings, units } = knowledge
  const { kit } = messages
  const link = toLink(shared.address, { base, unit, city: units.city, place })
  return {
    campaign: settings.campaign.name,
    organiser: fillMessage(kit.organiser, { organiser: settings.campaign.organiser }),
    title: shared.title,
    answer: shared.answer,
    link,
    // Nobody types where it hangs.
    shownLink: link.replace(/^https?:\/\//, '').replace(/\/?[?&]l=\w+$/, ''),
    scan: kit.scan,
    place: toPlaceLine(unit, messages),
    safety: fillMessage(kit.safety, { domain: toDomain(base) }),
    source: shared.source,
  }
}

/** Where and when people come, in a line. */
export function toPlaceLine({ office, address, hours, phone }: Unit, { kit }: Messages): string {
  const told = [office, address, hours, phone && fillMessage(kit.phone, { phone })]
  return fillMessage(kit.place, { place: told.filter((part) => part).join('; ') })
}

/** The name by which people know the site, `loa.example.vn`. */
export const toDomain = (base: string) => new URL(base).host
