import { type RawReply, requestText, sendRaw } from './raw-http.ts'

type Header = readonly [string, string]

/** A server on this computer, and what its own page knows. */
export type Target = { port: number; token: string; controlSecret: string }

export type Attempt = readonly [name: string, status: number, send: () => Promise<RawReply>]

/** Requests as the app's own page sends them, to change one thing of. */
export function requestsTo({ port, token }: Pick<Target, 'port' | 'token'>) {
  const own = `http://127.0.0.1:${port}`

  /** The headers of a request as the app's own page sends it. */
  function ownHeaders(): Header[] {
    return [
      ['host', `127.0.0.1:${port}`],
      ['origin', own],
      ['sec-fetch-site', 'same-origin'],
      ['authorization', `Bearer ${token}`],
      ['content-type', 'application/json'],
    ]
  }

  /** Own headers with some replaced, or left out where the value is null; doubles are added at the end. */
  function headersWith(
    changes: Readonly<Record<string, string | null>>,
    doubles: readonly Header[] = [],
  ): Header[] {
    const kept = ownHeaders().filter(([name]) => !(name in changes))
    const added = Object.entries(changes).flatMap(([name, value]): Header[] =>
      value === null ? [] : [[name, value]],
    )
    return [...kept, ...added, ...doubles]
  }

  function post(target: string, headers: readonly Header[], body = '{}'): Promise<RawReply> {
    const hasLength = headers.some(([name]) => name === 'content-length' || name === 'transfer-encoding')
    const length: Header[] = hasLength ? [] : [['content-length', String(Buffer.byteLength(body))]]
    return sendRaw(port, requestText('POST', target, [...headers, ...length], body))
  }

  function get(target: string, headers: readonly Header[], method = 'GET'): Promise<RawReply> {
    return sendRaw(port, requestText(method, target, headers))
  }

  function redeem(code: string): Promise<RawReply> {
    return post('/session', headersWith({ authorization: null }), JSON.stringify({ code }))
  }

  return { own, ownHeaders, headersWith, post, get, redeem }
}

type Requests = Target & ReturnType<typeof requestsTo>

const api = '/api/workflows/list'
const octets = { 'content-type': 'application/octet-stream' }
const noBody = { 'content-type': null }

/** Requests that must not reach the core, each with the status that answers it. */
export function hostileRequests(target: Target): Attempt[] {
  const requests = { ...target, ...requestsTo(target) }
  return [hosts, senders, tokens, methods, bodies, paths].flatMap((kind) => kind(requests))
}

function hosts({ port, headersWith, post, get }: Requests): Attempt[] {
  return [
    ['another name that leads here (rebinding)', 421, () => post(api, headersWith({ host: 'evil.test' }))],
    ['another name with our port', 421, () => post(api, headersWith({ host: `evil.test:${port}` }))],
    ['localhost', 421, () => post(api, headersWith({ host: `localhost:${port}` }))],
    ['our address with another port', 421, () => post(api, headersWith({ host: '127.0.0.1:1' }))],
    ['our address without a port', 421, () => post(api, headersWith({ host: '127.0.0.1' }))],
    ['the wildcard address', 421, () => post(api, headersWith({ host: `0.0.0.0:${port}` }))],
    ['another loopback address', 421, () => post(api, headersWith({ host: `127.0.0.2:${port}` }))],
    ['the IPv6 loopback', 421, () => post(api, headersWith({ host: `[::1]:${port}` }))],
    ['our address as a number', 421, () => post(api, headersWith({ host: `2130706433:${port}` }))],
    ['a user name before our address', 421, () => post(api, headersWith({ host: `x@127.0.0.1:${port}` }))],
    ['a name ending like ours', 421, () => post(api, headersWith({ host: `127.0.0.1:${port}.evil.test` }))],
    [
      'two hosts, ours last',
      421,
      () => post(api, headersWith({ host: 'evil.test' }, [['host', `127.0.0.1:${port}`]])),
    ],
    ['two hosts, ours first', 421, () => post(api, headersWith({}, [['host', 'evil.test']]))],
    ['no host at all', 400, () => post(api, headersWith({ host: null }))],
    ['a page under another name', 421, () => get('/', headersWith({ host: 'evil.test', ...noBody }))],
  ]
}

function senders({ port, own, headersWith, post, get }: Requests): Attempt[] {
  return [
    ['another origin', 403, () => post(api, headersWith({ origin: 'https://evil.test' }))],
    ['our address on another port', 403, () => post(api, headersWith({ origin: 'http://127.0.0.1:1' }))],
    ['our origin by https', 403, () => post(api, headersWith({ origin: `https://127.0.0.1:${port}` }))],
    ['our origin by name', 403, () => post(api, headersWith({ origin: `http://localhost:${port}` }))],
    ['the origin of a sandboxed frame', 403, () => post(api, headersWith({ origin: 'null' }))],
    ['a write without an origin', 403, () => post(api, headersWith({ origin: null }))],
    ['an empty origin', 403, () => post(api, headersWith({ origin: '' }))],
    ['two origins', 403, () => post(api, headersWith({}, [['origin', 'https://evil.test']]))],
    ['our origin with a path', 403, () => post(api, headersWith({ origin: `${own}/` }))],
    ['another site', 403, () => post(api, headersWith({ 'sec-fetch-site': 'cross-site' }))],
    ['another port of this computer', 403, () => post(api, headersWith({ 'sec-fetch-site': 'same-site' }))],
    [
      'no site, like a script outside a browser',
      403,
      () => post(api, headersWith({ 'sec-fetch-site': null })),
    ],
    ['a site of none', 403, () => post(api, headersWith({ 'sec-fetch-site': 'none' }))],
    ['two sites', 403, () => post(api, headersWith({}, [['sec-fetch-site', 'cross-site']]))],
    [
      'a read by another site',
      403,
      () => get('/files/7', headersWith({ origin: null, 'sec-fetch-site': 'cross-site', ...noBody })),
    ],
    [
      'a read with another origin',
      403,
      () => get('/files/7', headersWith({ origin: 'https://evil.test', ...noBody })),
    ],
    [
      'a link to a file from a mail',
      403,
      () => get('/files/7', headersWith({ origin: null, 'sec-fetch-site': 'none', ...noBody })),
    ],
    [
      'our script in another site’s page',
      403,
      () =>
        get(
          '/assets/index-BxK2f9aQ.js',
          headersWith({
            'sec-fetch-site': 'cross-site',
            'sec-fetch-mode': 'no-cors',
            'sec-fetch-dest': 'script',
            ...noBody,
          }),
        ),
    ],
    [
      'our page in another site’s frame',
      403,
      () =>
        get(
          '/',
          headersWith({
            'sec-fetch-site': 'cross-site',
            'sec-fetch-mode': 'navigate',
            'sec-fetch-dest': 'iframe',
            ...noBody,
          }),
        ),
    ],
    [
      'a link redeemed by another site',
      403,
      () => post('/session', headersWith({ origin: 'https://evil.test' }), '{"code":"x"}'),
    ],
    [
      'a code asked for by another site',
      403,
      () => post('/session/code', headersWith({ origin: 'https://evil.test', ...noBody }), ''),
    ],
    [
      'a code asked for by a script outside a browser',
      403,
      () => post('/session/code', headersWith({ origin: null, 'sec-fetch-site': null, ...noBody }), ''),
    ],
    [
      'a preflight',
      405,
      () =>
        get(
          api,
          headersWith({ origin: 'https://evil.test', 'access-control-request-method': 'POST', ...noBody }),
          'OPTIONS',
        ),
    ],
  ]
}

function tokens({ token, controlSecret, headersWith, post, get, redeem }: Requests): Attempt[] {
  return [
    ['no token', 401, () => post(api, headersWith({ authorization: null }))],
    ['an empty token', 401, () => post(api, headersWith({ authorization: 'Bearer ' }))],
    ['a guessed token', 401, () => post(api, headersWith({ authorization: `Bearer ${'A'.repeat(43)}` }))],
    [
      'half of the token',
      401,
      () => post(api, headersWith({ authorization: `Bearer ${token.slice(0, 20)}` })),
    ],
    ['the token and more', 401, () => post(api, headersWith({ authorization: `Bearer ${token}A` }))],
    ['the token by another scheme', 401, () => post(api, headersWith({ authorization: `Basic ${token}` }))],
    [
      'the token twice',
      401,
      () => post(api, headersWith({ authorization: `Bearer ${token}, Bearer ${token}` })),
    ],
    [
      'the token in the address',
      401,
      () => post(`${api}?token=${token}`, headersWith({ authorization: null })),
    ],
    [
      'the token in a cookie',
      401,
      () => post(api, headersWith({ authorization: null, cookie: `token=${token}` })),
    ],
    ['a file without the token', 401, () => get('/files/7', headersWith({ authorization: null, ...noBody }))],
    ['a typed code that was never shown', 401, () => redeem('0000 0000')],
    ['a code that was never issued', 401, () => redeem('A'.repeat(43))],
    ['a session asked with nothing', 401, () => post('/session', headersWith({}), '{}')],
    ['a session asked with broken JSON', 401, () => post('/session', headersWith({}), '{"code":')],
    [
      'a fresh link asked with the session’s token',
      401,
      () => post('/control/link', headersWith({ origin: null, 'sec-fetch-site': null, ...noBody }), ''),
    ],
    [
      'a fresh link asked by a page',
      403,
      () => post('/control/link', headersWith({ authorization: `Bearer ${controlSecret}`, ...noBody }), ''),
    ],
    [
      'the core asked with the control secret',
      401,
      () => post(api, headersWith({ authorization: `Bearer ${controlSecret}` })),
    ],
  ]
}

function methods({ ownHeaders, headersWith, post, get }: Requests): Attempt[] {
  return [
    ['PUT', 405, () => get(api, headersWith(noBody), 'PUT')],
    ['DELETE', 405, () => get('/files/7', headersWith(noBody), 'DELETE')],
    ['TRACE', 405, () => get('/', headersWith(noBody), 'TRACE')],
    ['a code by GET', 405, () => get('/session/code', headersWith(noBody))],
    ['a session by GET', 405, () => get('/session', headersWith(noBody))],
    ['a write to a page', 405, () => post('/', ownHeaders())],
    ['a method in the wrong case', 400, () => get(api, headersWith(noBody), 'post')],
  ]
}

function bodies({ ownHeaders, headersWith, post }: Requests): Attempt[] {
  return [
    ['a form as JSON', 415, () => post(api, headersWith({ 'content-type': 'text/plain' }))],
    [
      'an encoded form',
      415,
      () => post(api, headersWith({ 'content-type': 'application/x-www-form-urlencoded' })),
    ],
    ['JSON of no type', 415, () => post(api, headersWith(noBody))],
    [
      'a type that only starts like JSON',
      415,
      () => post(api, headersWith({ 'content-type': 'application/jsonp' })),
    ],
    [
      'a file by form',
      415,
      () => post('/files', headersWith({ 'content-type': 'multipart/form-data; boundary=x' })),
    ],
    ['a file as plain text', 415, () => post('/files', headersWith({ 'content-type': 'Text/Plain' }))],
    ['5 MB for the core', 413, () => post(api, ownHeaders(), ' '.repeat(5_000_000))],
    ['100 MB of file', 413, () => post('/files', headersWith(octets), 'x'.repeat(100 * 1024 * 1024))],
    ['a code of 2 KB', 413, () => post('/session', headersWith({}), ' '.repeat(2048))],
    [
      'a body of unknown length',
      411,
      () => post(api, headersWith({ 'transfer-encoding': 'chunked' }), '2\r\n{}\r\n0\r\n\r\n'),
    ],
    ['a negative length', 400, () => post(api, headersWith({ 'content-length': '-1' }))],
    ['two lengths', 400, () => post(api, headersWith({ 'content-length': '2' }, [['content-length', '3']]))],
    [
      'a length and chunks (smuggling)',
      400,
      () => post(api, headersWith({ 'content-length': '2', 'transfer-encoding': 'chunked' }), '0\r\n\r\n'),
    ],
  ]
}

function paths({ own, headersWith, post, get }: Requests): Attempt[] {
  return [
    ['/../secret.txt', 400, () => get('/../secret.txt', headersWith(noBody))],
    ['/assets/../../secret.txt', 400, () => get('/assets/../../secret.txt', headersWith(noBody))],
    ['/%2e%2e/secret.txt', 400, () => get('/%2e%2e/secret.txt', headersWith(noBody))],
    ['/..%2fsecret.txt', 404, () => get('/..%2fsecret.txt', headersWith(noBody))],
    ['/..%5csecret.txt', 404, () => get('/..%5csecret.txt', headersWith(noBody))],
    ['/..\\secret.txt', 400, () => get('/..\\secret.txt', headersWith(noBody))],
    ['//secret.txt', 400, () => get('//secret.txt', headersWith(noBody))],
    ['/etc/passwd', 404, () => get('/etc/passwd', headersWith(noBody))],
    ['/index.html%00.png', 404, () => get('/index.html%00.png', headersWith(noBody))],
    ['a whole address as the path', 400, () => get('http://evil.test/', headersWith(noBody))],
    ['a whole address of our own', 400, () => get(`${own}/`, headersWith(noBody))],
    ['the core by a detour', 400, () => post('/assets/../api/x', headersWith({ authorization: null }))],
    [
      'the core by an encoded detour',
      400,
      () => post('/assets/%2E%2E/api/x', headersWith({ authorization: null })),
    ],
    ['the core by a double slash', 400, () => post('//api/x', headersWith({ authorization: null }))],
    ['the core in capitals', 405, () => post('/API/x', headersWith({ authorization: null }))],
    ['__proto__', 404, () => get('/__proto__', headersWith(noBody))],
  ]
}
