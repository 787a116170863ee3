import { waitForSignIn } from './session/sign-in-gate'

/** A call that failed: `message` is Vietnamese and says what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** The HTTP status; 0 where the server was not reached. */
  readonly status: number
  /** What a screen may act on, for example `code` where a one-time code is needed. */
  readonly code: string | undefined
  /** All that the server said. */
  readonly body: unknown

  constructor(status: number, message: string, code?: string, body?: unknown) {
    super(message)
    this.status = status
    this.code = code
    this.body = body
  }
}

/** What {@link callApi} sends. */
export type Call = {
  /** Default: GET. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  signal?: AbortSignal
  /** For the sign-in itself: a 401 is thrown as it is. Default: a dialog asks to sign in, and the call is made again. */
  isSignIn?: boolean
}

/**
 * Calls the console's server.
 * @param path after `/console/api`: `/people/3`
 * @returns the JSON of its answer; undefined where there is none. Of which type, the caller knows: both are of one build.
 * @throws {ApiError} when it is refused, fails, or the server is not reached
 */
export async function callApi<T = undefined>(path: string, call: Call = {}): Promise<T> {
  const response = await send(path, call)
  if (response.status === 204) return undefined as T // the caller says that nothing comes
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body as T // as the docstring says
  const { message, code } = (body ?? {}) as { message?: string; code?: string } // of `answerRefusal`
  if (response.status === 401 && code === 'session' && !call.isSignIn) {
    await waitForSignIn()
    return callApi<T>(path, call)
  }
  throw new ApiError(response.status, message ?? explain(response.status), code, body)
}

async function send(path: string, { method = 'GET', body, signal }: Call): Promise<Response> {
  try {
    return await fetch(`/console/api${path}`, {
      method,
      headers: {
        'x-loa-csrf': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.')
  }
}

function explain(status: number): string {
  return status >= 500
    ? 'Máy chủ gặp lỗi. Hãy thử lại sau ít phút; nếu vẫn lỗi, hãy báo người phụ trách kỹ thuật.'
    : 'Máy chủ không nhận yêu cầu này. Hãy tải lại trang rồi thử lại.'
}
