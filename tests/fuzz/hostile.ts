import fc from 'fast-check'

/** Pieces that have broken programs: of texts, paths, headers, JSON, YAML and HTML. */
const PIECES = [
  '\u0000',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\r\nSet-Cookie: a=b',
  'مرحبا',
  'e\u0301'.repeat(3),
  '\u0335'.repeat(50),
  '👩‍👩‍👧‍👦',
  '🇻🇳',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '../../../../etc/passwd',
  '%2e%2e%2f%00',
  '__proto__',
  'constructor.prototype',
  "'; drop table inbox; --",
  '*a &a !!js/function "x"',
  '[mã đã ẩn]',
  '{contacts}',
  'ref:t_chip-no-tracking_x_y',
  'topic:constructor',
  'step:activate-account/start/__proto__',
  '001099012345',
  'otp 482913',
  'http://vneid.gov.vn.cc/a.apk?token=abc123def',
  'xóa dữ liệu của tôi',
  'chip có theo dõi không',
  'rồi',
  '2',
]

/** What anybody may send, short or long. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
)

/** What takes much of memory or time, if anything does. */
export const HUGE: readonly (readonly [name: string, text: string])[] = [
  ['a megabyte of one letter', 'a'.repeat(1_048_576)],
  ['a megabyte of words', 'chip có theo dõi không '.repeat(45_000)],
  ['10,000 combining marks', `a${'\u0301'.repeat(10_000)}`],
  ['right to left', '\u202e مرحبا'.repeat(2_000)],
  ['nothing to see', '\u200b'.repeat(20_000)],
  ['emoji only', '😀'.repeat(5_000)],
  ['NUL', '\u0000'.repeat(20_000)],
  ['lone surrogates', '\ud800'.repeat(20_000)],
  ['digits', '0123456789'.repeat(10_000)],
  ['digits apart', '0 1.2-3/4 '.repeat(10_000)],
  ['words for digits', 'không một hai ba '.repeat(10_000)],
  ['at signs', 'a@'.repeat(20_000)],
  ['dots', 'a.'.repeat(20_000)],
  ['brackets', '['.repeat(20_000)],
  ['passwords', 'mật khẩu là '.repeat(5_000)],
  ['impostors', 'công an gọi bảo đọc mã otp '.repeat(5_000)],
]
