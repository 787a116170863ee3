import { z } from 'zod'
import { idSchema } from './topic'

/** Longer codes make links that nobody types, and QR codes that a cheap camera cannot read. */
const CODE_LENGTH = 40

const unitSchema = z.strictObject({
  /** Stands in links as `?u=<code>`; links are printed, so it is never changed. */
  code: idSchema
    .max(CODE_LENGTH)
    .describe('Mã trong đường dẫn, ví dụ phuong-mau; đã in ra giấy thì không đổi nữa'),
  name: z.string().min(1).max(60).describe('Tên đơn vị, ví dụ Phường Mẫu'),
  office: z.string().min(1).max(80).describe('Nơi bác đến, ví dụ Công an phường Mẫu'),
  address: z.string().min(1).max(120).optional().describe('Địa chỉ nơi đến; chưa rõ thì bỏ trống'),
  hours: z
    .string()
    .min(1)
    .max(120)
    .describe(
      'Giờ làm việc, đúng như nói với người dân, ví dụ thứ Hai đến thứ Sáu, 8 giờ đến 17 giờ',
    ),
  phone: z
    .string()
    .regex(/^\+?\d[\d .]{1,18}\d$/, {
      error: 'số điện thoại chỉ gồm chữ số và dấu cách, ví dụ 024 0000 0000',
    })
    .optional()
    .describe('Số điện thoại của nơi đó; chưa rõ thì bỏ trống'),
})

/** Whom links are given out by, and where each sends people: `knowledge/units.yaml`. */
export const unitsSchema = z.strictObject({
  /** Told where a link names no unit, or one that does not exist. */
  city: unitSchema.describe(
    'Toàn thành phố: dùng khi đường dẫn không ghi đơn vị, hoặc ghi mã không có',
  ),
  units: z.array(unitSchema).max(2000).describe('Các phường, xã và cơ quan có đường dẫn riêng'),
})

/** See {@link unitsSchema}. */
export type Units = z.infer<typeof unitsSchema>
/** A ward or a body: its code in links, and where and when people come to it. */
export type Unit = Units['city']

/** The unit that a link names by its code; the city where it names none, or one that does not exist. */
export function findUnit({ city, units }: Units, code: unknown): Unit {
  return units.find((unit) => unit.code === code) ?? city
}
