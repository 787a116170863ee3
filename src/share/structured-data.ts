import type { Flow, FlowStep } from '../flows/flow'
import type { Topic } from '../knowledge/topic'

const CONTEXT = 'https://schema.org'

/** A topic's page as search engines read it. Source: schema.org, `FAQPage`. */
export function toFaqData(topic: Topic, answer: string, address: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'FAQPage',
    url: address,
    inLanguage: 'vi',
    dateModified: topic.reviewed_on,
    mainEntity: [
      {
        '@type': 'Question',
        name: topic.question,
        acceptedAnswer: { '@type': 'Answer', text: answer },
      },
    ],
  }
}

/** A guide's page as search engines read it. Source: schema.org, `HowTo`. */
export function toHowToData(flow: Flow, steps: readonly FlowStep[], address: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'HowTo',
    url: address,
    inLanguage: 'vi',
    dateModified: flow.reviewed_on,
    name: flow.title,
    step: steps.map(({ id, short, text }, index) => ({
      '@type': 'HowToStep',
      position: index + 1,
      name: short,
      text: text.trim(),
      url: `${address}#${id}`,
    })),
  }
}
