import { z } from 'zod'
import { spreadsheetWordsSchema } from './spreadsheet-words'

const line = z.string().min(1).max(600)
const title = z.string().min(1).max(20)

/**
 * Everything the bot says that is not an answer, what the web page shows, and the heads of the spreadsheet:
 * `knowledge/messages.yaml`.
 * Words in braces, such as `{contacts}`, are filled in by {@link fillMessage}.
 */
export const messagesSchema = z.strictObject({
  welcome: line,
  menu: line,
  clarify: line,
  understood: line,
  fallback: line,
  outside: line,
  outside_office: line,
  handoff_open: line,
  handoff_closed: line,
  failed: line,
  old_button: line,
  erased: line,
  masked: z.strictObject({
    'id-number': line,
    code: line,
    phone: line,
    'bank-number': line,
    email: line,
    secret: line,
  }),
  scam: z.strictObject({ 'app-file': line, 'lookalike-domain': line }),
  attachment: z.strictObject({
    image: line,
    audio: line,
    video: line,
    file: line,
    sticker: line,
    location: line,
    link: line,
  }),
  flow: z.strictObject({
    progress: line,
    resume: line,
    not_understood: line,
    offer_help: line,
    back_at_start: line,
    restarted: line,
    cancelled: line,
    gone: line,
    changed: line,
    remade: line,
    waiting: line,
    expired: line,
    summary: line,
  }),
  button: z.strictObject({
    menu: title,
    human: title,
    next: title,
    back: title,
    stop: title,
    guide: title,
    other: title,
  }),
  source: z.strictObject({ label: line, published: line, reviewed: line }),
  web: z.strictObject({
    title: line,
    subtitle: line,
    placeholder: line,
    send: line,
    you: line,
    bot: line,
    offline: line,
    no_script: line,
    history: line,
    typing: line,
    latest: line,
    not_sent: line,
    too_fast: line,
    not_found: line,
    ask_here: line,
    related: line,
  }),
  spreadsheet: spreadsheetWordsSchema,
})

/** See {@link messagesSchema}. */
export type Messages = z.infer<typeof messagesSchema>

/** Fills `{name}` in a message; a name that is not given stays as it is, so that a typo can be seen. */
export function fillMessage(message: string, values: Readonly<Record<string, string | number>>) {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
