import type { ErrorRequestHandler } from 'express'
import { Refusal } from './refusal'

/** Tells a refusal as JSON `{message, code}`, and so what Express' own reading of a body refuses. Others pass by. */
export const answerRefusal: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const refusal = toRefusal(error)
  if (!refusal || response.headersSent) return next(error)
  const { status, message, code } = refusal
  response.status(status).json({ message, code })
}

function toRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (status === 413) return new Refusal(413, 'Nội dung gửi lên quá lớn.')
  if (status === 400) return new Refusal(400, 'Dữ liệu gửi lên không đọc được.')
  return null
}
