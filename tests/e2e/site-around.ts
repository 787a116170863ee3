import express from 'express'
import { type Listening, listen } from '../stand-ins/listen'

/**
 * Another site's page that shows the chat by one script tag, at `localhost`: to a browser another site than
 * `127.0.0.1`, where Loa is in the tests; another port would be the same one.
 * @param scriptUrl address of the script
 * @param policy the site's own `Content-Security-Policy`
 */
export async function startSiteAround(scriptUrl: string, policy?: string): Promise<Listening> {
  const app = express()
  app.get('/', (_request, response) => {
    if (policy !== undefined) response.set('Content-Security-Policy', policy)
    response.type('html').send(`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Phường Một</title>
<script src="${scriptUrl}" async></script>
</head>
<body>
<main>
<h1>Phường Một</h1>
<p><a href="#tin">Tin tức</a></p>
<p id="tin">Thông báo của phường.</p>
</main>
</body>
</html>`)
  })
  const { url, close } = await listen(app, 0)
  return { url: url.replace('127.0.0.1', 'localhost'), close }
}
