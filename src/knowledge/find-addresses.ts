/** Endings of names that people meet; an ending that is not here is an abbreviation or a sentence without a blank. */
const ENDINGS =
  'vn|com|net|org|info|biz|io|app|dev|me|ly|co|cc|gg|tv|ws|xyz|top|vip|club|site|online|store|shop|' +
  'link|click|live|life|asia|cn|ru|us|uk|eu|tk|ml|ga|cf'

/** With a protocol, or a bare name, which chats make a link of as well; without the sentence's punctuation behind it. */
const ADDRESS = new RegExp(
  `https?://[^\\s<>"”)]{1,300}?(?=[.,;:!?)"”]{0,3}(?:\\s|$))|` +
    `(?<![\\p{L}\\p{N}@./:-])(?:[a-z0-9-]{1,63}\\.){1,5}(?:${ENDINGS})(?![\\p{L}\\p{N}-])(?!\\.[a-z])`,
  'giu',
)

/** The web addresses in a text, as they are written: `https://vneid.gov.vn/a`, `dichvucong.gov.vn`. */
export function findAddresses(text: string): string[] {
  return [...text.matchAll(ADDRESS)].map(([address]) => address)
}

/** What is told of an address that is not allowed. */
export const toAddressMessage = (address: string) =>
  `địa chỉ ${address} không phải https thuộc tên miền được phép; sửa lại, hoặc thêm tên miền vào settings.yaml`
