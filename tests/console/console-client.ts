import type { Role } from '../../src/storage/role'

/** The password of every account that tests make. */
export const PASSWORD = 'con trâu đi trước cái cày'

/** Each browser has an address of its own, as a proxy in front would tell it. */
let addresses = 0

/** A browser without a window: it keeps cookies and calls as the console's application does. */
export class ConsoleClient {
  readonly #url: string
  readonly #address = `203.0.113.${++addresses % 256}`
  readonly #cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  /** The `Cookie` header that it sends. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Keeps a cookie, as if an earlier answer had set it. */
  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /**
   * Makes a call.
   * @param path after `/console/api`
   * @param headers beside those of the application, or in their place; undefined takes one away
   */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string | undefined> = {},
  ): Promise<Response> {
    const sent = {
      'content-type': 'application/json',
      'x-loa-csrf': '1',
      origin: this.#url,
      'x-forwarded-for': this.#address,
      cookie: this.cookie,
      ...headers,
    }
    const response = await fetch(`${this.#url}/console/api${path}`, {
      method,
      headers: Object.entries(sent).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, value]],
      ),
      body: body === undefined ? null : JSON.stringify(body),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    return response
  }

  /** Makes a call that must succeed, and gives its JSON. What it holds, the test knows. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of many kinds, looked at by the assertions of tests
  async ask(method: string, path: string, body?: unknown): Promise<any> {
    const response = await this.call(method, path, body)
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/Expires=Thu, 01 Jan 1970/.test(cookie)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

/** The secret of a one-time link, from its address or a line that holds it. */
export function secretOf(link: string): string {
  return /\/console\/link#([\w-]+)/.exec(link)?.[1] ?? ''
}

/** Tries to sign in. */
export function signIn(
  client: ConsoleClient,
  email: string,
  password: string,
  code?: string,
): Promise<Response> {
  return client.call('POST', '/session', { email, password, code })
}

/** The e-mail address of the account that tests make for a role. */
export function emailOf(role: Role): string {
  return `${role}@loa.example`
}
