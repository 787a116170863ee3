import { z } from 'zod'

const phrases = z.array(z.string().min(1)).min(1)

/** What people type to steer the conversation, by command: `knowledge/commands.yaml`. */
export const commandsSchema = z.strictObject({
  begin: phrases,
  next: phrases,
  continue: phrases,
  again: phrases,
  back: phrases,
  stop: phrases,
  restart: phrases,
  menu: phrases,
  unresolved: phrases,
  erase: phrases,
})

/** See {@link commandsSchema}. */
export type Commands = z.infer<typeof commandsSchema>
/** The name of a command. */
export type Command = keyof Commands
