import { createHash } from 'node:crypto'
import { contentSecurityPolicy, securityHeaders } from './headers.ts'

const style = `
  :root { color-scheme: light dark; font: 17px/1.55 system-ui, sans-serif }
  body { display: grid; min-height: 100vh; margin: 0; place-items: center }
  main { max-width: 34rem; padding: 2rem }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  p { white-space: pre-line }
`
const styleHash = createHash('sha256').update(style).digest('base64')

const headers = {
  ...securityHeaders,
  'content-security-policy': contentSecurityPolicy.replace(
    "style-src 'self'",
    `style-src 'sha256-${styleHash}'`,
  ),
  'content-type': 'text/html; charset=utf-8',
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A whole page with one message, served instead of the app. It needs no other file. */
export function problemPage(message: string): Response {
  const text = message.replace(/[&<>"]/g, (character) => escapes[character] ?? character)
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evenkeel could not start</title>
<style>${style}</style>
<main>
<h1>Evenkeel could not start</h1>
<p>${text}</p>
</main>
</html>
`
  return new Response(html, { status: 503, headers })
}
