import type { ConversationReply } from '../rehearsal/conversation'

/** A reply as a terminal shows it, its buttons numbered. */
export function toTerminalText({ messages }: ConversationReply): string {
  return messages
    .map(({ text, buttons }) =>
      [text, ...buttons.map((button, index) => `  [${index + 1}] ${toLabel(button)}`)].join('\n'),
    )
    .join('\n\n')
}

const toLabel = (button: { title: string; url?: string }) =>
  button.url ? `${button.title} (${button.url})` : button.title
