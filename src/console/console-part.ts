import type { Router } from 'express'

/** A part of the console: its routes are mounted at `/console/api/<name>`. */
export type ConsolePart = {
  name: string
  router: Router
  /** Whether someone who is not signed in may call its routes, as to sign in. Default: nobody may. */
  isOpen?: boolean
}
