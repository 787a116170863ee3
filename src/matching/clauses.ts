const seams =
  /[.!?;:,\n…]+\s+|\n+|\s(?=(?:nhưng|vậy thì|giờ thì|với lại|với cả|ngoài ra|tiện thể|nhân tiện|cho hỏi|xin hỏi)\s)/iu

/**
 * The clauses of a message, cut at punctuation and before words that begin a new thought, to find
 * the question inside a story and each question of several.
 */
export function clausesOf(text: string): string[] {
  return text.split(seams).filter((clause) => clause.trim() !== '')
}
