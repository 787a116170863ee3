import type { Attachment } from 'botbuilder-core'
import { pick, pickList, pickText } from '../untrusted-json'

/** Content types by Messenger's types; a share is a link to something in Meta's world. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  image: 'image/*',
  audio: 'audio/*',
  video: 'video/*',
  file: 'application/octet-stream',
  sticker: 'application/vnd.loa.sticker',
  location: 'application/vnd.loa.location',
  fallback: 'text/uri-list',
  template: 'text/uri-list',
  share: 'text/uri-list',
  post: 'text/uri-list',
  ig_post: 'text/uri-list',
  reel: 'text/uri-list',
  ig_reel: 'text/uri-list',
}

/**
 * The kinds of what is attached, and nothing else: the picture behind an address may be someone's card. A sticker that
 * comes as both `sticker` and `image` is one. A link beside a text is the preview of a link in that text and left out.
 * A message with neither text nor attachment is something we cannot read, and said so.
 */
export function decodeAttachments(message: unknown): Attachment[] {
  const hasText = pickText(message, 'text') !== ''
  const stickers = new Set<string>()
  const types: string[] = []
  for (const attachment of pickList(message, 'attachments')) {
    const stickerId =
      pickText(attachment, 'payload', 'sticker_id') || pickText(message, 'sticker_id')
    if (stickerId && stickers.has(stickerId)) continue
    if (stickerId) stickers.add(stickerId)
    const type = stickerId ? 'sticker' : pickText(attachment, 'type')
    const contentType = (Object.hasOwn(CONTENT_TYPES, type) && CONTENT_TYPES[type]) || OTHER
    if (!(hasText && contentType === 'text/uri-list')) types.push(contentType)
  }
  if (types.length === 0 && !hasText && !pick(message, 'quick_reply')) types.push(OTHER)
  return types.map((contentType) => ({ contentType }))
}

const OTHER = 'application/octet-stream'
