import type { Button, Turn } from './turn'

/** The buttons of the menu: the topics that settings.yaml names, in its order. */
export function menuButtons({ services }: Turn): Button[] {
  const { settings, topics } = services.content.knowledge
  return settings.menu.flatMap((id): Button[] => {
    const topic = topics.get(id)
    return topic ? [{ title: topic.label, payload: { kind: 'topic', topic: id } }] : []
  })
}

/** The two ways out that stand under every "I do not know". */
export function helpButtons({ messages }: Turn): Button[] {
  return [
    { title: messages.button.menu, payload: { kind: 'command', command: 'menu' } },
    { title: messages.button.human, payload: { kind: 'command', command: 'human' } },
  ]
}
