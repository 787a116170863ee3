import type { FlowForm } from './flow-form'

const PARTS: Readonly<Record<string, string>> = {
  text: 'lời của bước',
  short: 'một câu khi nhắc lại',
  sum: 'tên trong tóm tắt',
  'ask.invalid': 'lời khi không đọc được',
  title: 'chữ trên nút',
  says: 'các cách gõ khác',
}

/** What staff call a field of a guide: `Bước “Mở VNeID.”, nút “Không thấy nút”: chữ trên nút`. */
export function nameFlowField(field: string, form: FlowForm): string {
  if (field === 'title') return 'Tên hướng dẫn'
  const [, step = '', ...rest] = field.split('.')
  const named = (at: string, otherwise: string) => String(form[at] || otherwise)
  const where = `Bước “${named(`steps.${step}.short`, step)}”`
  if (rest[0] !== 'choices') return `${where}: ${PARTS[rest.join('.')] ?? rest.join('.')}`
  const [, choice = '', part = ''] = rest
  const title = named(`steps.${step}.choices.${choice}.title`, choice)
  return `${where}, nút “${title}”: ${PARTS[part] ?? part}`
}
