import type { YAMLError } from 'yaml'

/** By the code of the library's error; what is not here is told with the code alone. */
const HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'dòng lùi vào chưa đúng, hoặc thiếu ngoặc đóng; so với các dòng cạnh nó',
  TAB_AS_INDENT: 'lùi vào bằng dấu cách, không dùng phím Tab',
  DUPLICATE_KEY: 'tên này đã có ở trên; gộp lại hoặc bỏ một',
  MISSING_CHAR: 'thiếu một dấu: ngoặc đóng, ngoặc kép, dấu hai chấm hoặc dấu cách sau nó',
  BLOCK_AS_IMPLICIT_KEY: 'chữ có dấu hai chấm thì đặt cả câu trong ngoặc kép',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau tên, hoặc câu bị xuống dòng không lùi vào',
  BAD_SCALAR_START: 'câu bắt đầu bằng dấu đặc biệt thì đặt trong ngoặc kép',
  UNEXPECTED_TOKEN: 'có chữ hoặc dấu thừa ở đây; đặt cả câu trong ngoặc kép nếu nó thuộc về câu',
  BAD_DQ_ESCAPE: 'trong ngoặc kép, dấu \\ phải viết hai lần',
  UNRESOLVED_TAG: 'câu bắt đầu bằng dấu ! thì đặt trong ngoặc kép',
  MULTIPLE_DOCS: 'bỏ dòng "---" giữa tệp',
}

/** What is wrong with the writing of a YAML file, and how to mend it, in Vietnamese. */
export function explainYamlError({ code }: YAMLError): string {
  const hint = HINTS[code] ?? 'xem lại dòng này và dòng trên'
  return `YAML viết chưa đúng (${code}): ${hint}`
}
