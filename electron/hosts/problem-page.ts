import { randomBytes } from 'node:crypto'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A whole page with one message, served instead of the app. */
export function problemPage(message: string): Response {
  const nonce = randomBytes(18).toString('base64')
  const text = message.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evenkeel could not start</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; font: 17px/1.55 system-ui, sans-serif }
  body { display: grid; min-height: 100vh; margin: 0; place-items: center }
  main { max-width: 34rem; padding: 2rem }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  p { white-space: pre-line }
</style>
<main>
<h1>Evenkeel could not start</h1>
<p>${text}</p>
</main>
</html>
`
  return new Response(html, {
    status: 503,
    headers: {
      ...securityHeaders,
      'content-security-policy': contentSecurityPolicy(nonce),
      'content-type': 'text/html; charset=utf-8',
    },
  })
}
