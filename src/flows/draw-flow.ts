import type { Flow } from './flow'
import { waysFrom } from './ways-from'

/**
 * Draws a guide as a Markdown page with a Mermaid diagram: every step by its sentence, every way by what takes it.
 * Troubleshooters that a choice calls stand beside it with a dashed way there.
 */
export function drawFlow(flow: Flow): string {
  const numbers = new Map(flow.steps.map(({ id }, index) => [id, `s${index + 1}`]))
  const nodes = flow.steps.map((step) => {
    const label = toLabel(`${step.id}: ${step.short}`)
    const number = numbers.get(step.id)
    return step.end ? `  ${number}([${label}])` : `  ${number}[${label}]`
  })
  const ways = flow.steps.flatMap((step) => {
    const from = numbers.get(step.id)
    return [
      ...waysFrom(step).map(({ goto, label }) => {
        return `  ${from} -->${label ? `|${toLabel(label)}|` : ''} ${numbers.get(goto) ?? goto}`
      }),
      ...step.choices.flatMap(({ title, call }) =>
        call ? [`  ${from} -.->|${toLabel(title)}| ${call}[[${toLabel(call)}]]`] : [],
      ),
    ]
  })
  return [
    `# ${flow.title}`,
    '',
    `\`${flow.id}\`, bản ${flow.version}, ${flow.steps.length} bước. Hình này do \`npm run flows -- draw\` vẽ; sửa trong \`flows/${flow.id}.yaml\`.`,
    '',
    '```mermaid',
    'flowchart TD',
    ...nodes,
    ...ways,
    '```',
    '',
  ].join('\n')
}

/** In quotes, with the signs that Mermaid reads as its own spelled out. */
function toLabel(text: string): string {
  return `"${text.replace(/[#"]/g, (sign) => `#${sign.charCodeAt(0)};`)}"`
}
