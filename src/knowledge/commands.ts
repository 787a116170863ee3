import { z } from 'zod'

const phrases = (when: string) => z.array(z.string().min(1)).min(1).describe(when)

/** What people type to steer the conversation, by command: `knowledge/commands.yaml`. */
export const commandsSchema = z.strictObject({
  begin: phrases('Mở hướng dẫn vừa được mời'),
  next: phrases('Làm xong bước này, sang bước sau'),
  continue: phrases('Làm tiếp hướng dẫn đang dở'),
  again: phrases('Nói lại bước này'),
  back: phrases('Quay lại bước trước'),
  stop: phrases('Thôi, không làm nữa'),
  restart: phrases('Làm lại từ đầu'),
  elsewhere: phrases('Làm tiếp trên máy khác, kênh khác: xin một mã'),
  menu: phrases('Xem trình đơn'),
  unresolved: phrases('Làm rồi mà chưa được'),
  share: phrases('Xin đường dẫn để gửi câu trả lời cho người khác'),
  erase: phrases('Xóa dữ liệu của tôi'),
})

/** See {@link commandsSchema}. */
export type Commands = z.infer<typeof commandsSchema>
/** The name of a command. */
export type Command = keyof Commands
