/**
 * Lower-cases and takes every Vietnamese mark off: `Đăng ký` → `dang ky`. What people type when
 * they do not bother with marks, and so the common ground between marked and unmarked spelling.
 */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[^ -~]/gu, (letter) => plain.get(letter) ?? unmark(letter))
}

function unmark(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd')
}

/** Every marked letter of Vietnamese, since these are folded all the time and decomposing one takes long. */
const plain = new Map(
  Array.from(
    'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ',
    (letter) => [letter, unmark(letter)] as const,
  ),
)
