const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const GROUPS = ['', ' nghìn', ' triệu', ' tỷ']

/** A number as it is read aloud in Vietnamese: 2024 is `hai nghìn không trăm hai mươi tư`. From 0 to 10¹² − 1. */
export function toSpokenNumber(number: number): string {
  if (number < 10) return digit(number)
  const groups: number[] = []
  for (let rest = number; rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000)
  return groups
    .flatMap((group, index) => {
      if (group === 0) return []
      return [speakGroup(group, index > 0) + (GROUPS[groups.length - 1 - index] ?? '')]
    })
    .join(' ')
}

/** Digits one by one, as a telephone number is read. */
export function toSpokenDigits(digits: string): string {
  return [...digits].map((each) => digit(Number(each))).join(' ')
}

/** Three digits; inside a longer number its hundreds are told even where they are none. */
function speakGroup(group: number, isInside: boolean): string {
  const hundreds = Math.floor(group / 100)
  const rest = group % 100
  const parts = hundreds > 0 || isInside ? [`${digit(hundreds)} trăm`] : []
  if (rest > 0 && rest < 10 && parts.length > 0) parts.push(`linh ${digit(rest)}`)
  else if (rest > 0) parts.push(speakTens(rest))
  return parts.join(' ')
}

function speakTens(number: number): string {
  const tens = Math.floor(number / 10)
  const unit = number % 10
  if (tens === 0) return digit(unit)
  const head = tens === 1 ? 'mười' : `${digit(tens)} mươi`
  if (unit === 0) return head
  if (unit === 1 && tens > 1) return `${head} mốt`
  if (unit === 4 && tens > 1) return `${head} tư`
  return `${head} ${unit === 5 ? 'lăm' : digit(unit)}`
}

const digit = (number: number) => DIGITS[number] ?? ''
