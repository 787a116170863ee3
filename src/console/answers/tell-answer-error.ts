import type { ErrorRequestHandler } from 'express'
import { AnswerError } from './answer-error'

/** Tells an {@link AnswerError} as JSON with all that the page shows of it. Others pass by. */
export const tellAnswerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof AnswerError)) return next(error)
  const { status, message, code, detail } = error
  response.status(status).json({ ...detail, message, code })
}
