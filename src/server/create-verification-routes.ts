import express, { type Router } from 'express'

/** The mark by which Zalo knows that a site is its app's. The code is of letters, digits, `-` and `_`. */
export function renderZaloVerification(code: string): string {
  return `<meta name="zalo-platform-site-verification" content="${code}" />`
}

/**
 * `GET /zalo_verifier<CODE>.html`: shows Zalo that this domain is ours, which it asks for before it takes the address of
 * a webhook or callback. Source: Zalo for Developers, "Xác thực domain".
 */
export function createVerificationRoutes(code: string): Router {
  const router = express.Router()
  router.get(`/zalo_verifier${code}.html`, (_request, response) => {
    const head = `<meta charset="utf-8">\n${renderZaloVerification(code)}\n<title>Zalo</title>`
    response
      .type('html')
      .send(`<!doctype html>\n<html lang="vi">\n<head>\n${head}\n</head>\n</html>\n`)
  })
  return router
}
