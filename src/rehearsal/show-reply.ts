import type { TurnResult } from '../bot/run-turn'
import type { ChannelName } from '../channels/channel-limits'
import { renderMessenger } from '../channels/messenger/render-messenger'
import { showMessenger } from '../channels/messenger/show-messenger'
import { type Reply, readReply } from '../channels/reply'
import type { ShownMessage } from '../channels/shown-message'
import { renderWeb } from '../channels/web/render-web'
import { renderZalo } from '../channels/zalo/render-zalo'
import { showZalo } from '../channels/zalo/show-zalo'
import { renderZaloBot } from '../channels/zalo-bot/render-zalo-bot'

type Activity = TurnResult['said'][number]

/** How each channel shows what the bot says: by the very function that makes its requests. */
const SHOW: Readonly<Record<ChannelName, (activity: Activity) => ShownMessage[]>> = {
  zalo: (activity) => renderZalo(activity, '').map(showZalo),
  messenger: (activity) => renderMessenger(activity, '').map(showMessenger),
  web: (activity) =>
    renderWeb(activity).map(({ text, buttons }) => ({
      text,
      buttons: buttons.map(({ title, ...target }) => ({
        title,
        kind: 'button' as const,
        ...('url' in target ? { url: target.url } : {}),
      })),
    })),
  'zalo-bot': (activity) => renderZaloBot(activity, '').map(({ text }) => ({ text, buttons: [] })),
}

/**
 * What a platform's limit does to a reply.
 * - `split`: the text goes out as so many messages
 * - `shortened`: a button's title is shown as `shown`
 * - `in_text`: the button stands in the text alone
 * - `lost`: the button is nowhere
 */
export type Loss =
  | { kind: 'split'; parts: number }
  | { kind: 'shortened'; title: string; shown: string }
  | { kind: 'in_text'; title: string }
  | { kind: 'lost'; title: string }

/** What a person sees on a channel, and what its limits cost. */
export type ShownReply = { messages: ShownMessage[]; losses: Loss[] }

/** Shows what the bot said in a turn as a channel does. */
export function showReply(channel: ChannelName, said: TurnResult['said']): ShownReply {
  const replies = said.filter(({ type }) => type === 'message')
  const shown = replies.map((activity) => {
    const messages = SHOW[channel](activity)
    return { messages, losses: findLosses(readReply(activity), messages) }
  })
  return {
    messages: shown.flatMap(({ messages }) => messages),
    losses: shown.flatMap(({ losses }) => losses),
  }
}

function findLosses({ buttons }: Reply, messages: readonly ShownMessage[]): Loss[] {
  const withText = messages.filter(({ text }) => text !== '')
  const shown = messages.flatMap((message) => message.buttons.map(({ title }) => title))
  const text = messages.map((message) => message.text).join('\n')
  return [
    ...(withText.length > 1 ? [{ kind: 'split' as const, parts: withText.length }] : []),
    ...buttons.flatMap(({ title }): Loss[] => {
      if (shown.includes(title)) return []
      const short = shown.find((one) => one.endsWith('…') && title.startsWith(one.slice(0, -1)))
      if (short) return [{ kind: 'shortened', title, shown: short }]
      const isWritten = text.includes(`. ${title}`) || text.includes(`${title}: `)
      return [{ kind: isWritten ? 'in_text' : 'lost', title }]
    }),
  ]
}
