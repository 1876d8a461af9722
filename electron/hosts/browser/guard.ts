import { isSameSecret } from './secrets.ts'

const megabyte = 1024 * 1024

/** Where a request goes: the renderer's files, the core, asking for a code, its exchange, or a second start. */
export type Route = 'asset' | 'app' | 'code' | 'session' | 'control'

export type Verdict = { route: Route } | { status: number; reason: string }

/** What the guard reads of a request. Each header is the list of its values, as they came. */
export type RequestFacts = {
  method: string
  /** The request target as it came, before any normalising. */
  target: string
  headers: Readonly<Record<string, readonly string[] | undefined>>
}

export type Credentials = {
  port: number
  sessionToken: string
  controlSecret: string
}

type Rule = { route: Route; methods: readonly string[]; maxBody: number }

const rules: readonly (Rule & { matches: (pathname: string) => boolean })[] = [
  {
    route: 'app',
    matches: (path) => path.startsWith('/api/'),
    methods: ['GET', 'POST'],
    maxBody: 4 * megabyte,
  },
  {
    route: 'app',
    matches: (path) => path === '/files' || path.startsWith('/files/'),
    methods: ['GET', 'POST'],
    maxBody: 64 * megabyte,
  },
  { route: 'code', matches: (path) => path === '/session/code', methods: ['POST'], maxBody: 0 },
  { route: 'session', matches: (path) => path === '/session', methods: ['POST'], maxBody: 1024 },
  { route: 'control', matches: (path) => path === '/control/link', methods: ['POST'], maxBody: 0 },
  { route: 'asset', matches: () => true, methods: ['GET', 'HEAD'], maxBody: 0 },
]

/** Which rule a path falls under. */
function ruleFor(pathname: string): Rule | undefined {
  return rules.find((rule) => rule.matches(pathname))
}

/** The route of a path that the guard has let through. */
export function routeOf(pathname: string): Route {
  return ruleFor(pathname)?.route ?? 'asset'
}

/**
 * Decides on one request to the loopback server. Only pages of this very origin that hold the session
 * token reach the core; the renderer's files and opening the link need no token.
 */
export function judge(facts: RequestFacts, credentials: Credentials): Verdict {
  const host = `127.0.0.1:${credentials.port}`
  if (only(facts, 'host') !== host) return refuse(421, 'This address is not Evenkeel’s.')
  const pathname = canonicalPath(facts.target, host)
  const rule = pathname === undefined ? undefined : ruleFor(pathname)
  if (pathname === undefined || rule === undefined)
    return refuse(400, 'This address is not written properly.')
  if (!rule.methods.includes(facts.method)) return refuse(405, 'This method is not used here.')
  return (
    refuseSender(facts, rule.route, `http://${host}`) ??
    refuseCredentials(facts, rule.route, credentials) ??
    refuseBody(facts, rule, pathname) ?? { route: rule.route }
  )
}

function refuse(status: number, reason: string): Verdict {
  return { status, reason }
}

/** The value of a header that came exactly once. */
function only({ headers }: RequestFacts, name: string): string | undefined {
  const values = headers[name]
  return values?.length === 1 ? values[0] : undefined
}

function isAbsent({ headers }: RequestFacts, name: string): boolean {
  return headers[name] === undefined
}

/** The path, when the target is one that no normalising would change. */
function canonicalPath(target: string, host: string): string | undefined {
  if (!target.startsWith('/') || !URL.canParse(target, `http://${host}`)) return undefined
  const url = new URL(target, `http://${host}`)
  return url.host === host && target === url.pathname + url.search ? url.pathname : undefined
}

function refuseSender(facts: RequestFacts, route: Route, origin: string): Verdict | undefined {
  const site = only(facts, 'sec-fetch-site')
  const foreign = refuse(403, 'This request came from somewhere else than Evenkeel’s own page.')
  if (route === 'control') {
    return isAbsent(facts, 'origin') && isAbsent(facts, 'sec-fetch-site') ? undefined : foreign
  }
  if (route === 'asset') {
    const isOwn = isAbsent(facts, 'sec-fetch-site') || site === 'same-origin' || site === 'none'
    return isOwn || isTopNavigation(facts) ? undefined : foreign
  }
  // Browsers leave Origin out of a GET to the same origin; everything else always carries it.
  const isOriginRight =
    only(facts, 'origin') === origin || (facts.method === 'GET' && isAbsent(facts, 'origin'))
  return isOriginRight && site === 'same-origin' ? undefined : foreign
}

function isTopNavigation(facts: RequestFacts): boolean {
  return only(facts, 'sec-fetch-mode') === 'navigate' && only(facts, 'sec-fetch-dest') === 'document'
}

function refuseCredentials(facts: RequestFacts, route: Route, credentials: Credentials): Verdict | undefined {
  if (route === 'asset' || route === 'code' || route === 'session') return undefined
  const bearer = /^Bearer ([\w-]+)$/.exec(only(facts, 'authorization') ?? '')?.[1] ?? ''
  const expected = route === 'control' ? credentials.controlSecret : credentials.sessionToken
  return isSameSecret(bearer, expected)
    ? undefined
    : refuse(401, 'This page was not opened from Evenkeel’s link.')
}

/** Types that a page of another origin may send without asking first. */
const formTypes = ['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded']

function refuseBody(facts: RequestFacts, rule: Rule, pathname: string): Verdict | undefined {
  if (!isAbsent(facts, 'transfer-encoding')) return refuse(411, 'A request must say how long it is.')
  const length = Number(only(facts, 'content-length') ?? '0')
  if (!Number.isSafeInteger(length) || length < 0) return refuse(400, 'A request must say how long it is.')
  if (length > rule.maxBody) {
    return refuse(
      413,
      `This is larger than Evenkeel takes in (${rule.maxBody / megabyte} MB). Nothing was kept.`,
    )
  }
  const type = only(facts, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  if (length === 0 && type === undefined) return undefined
  const isFile = pathname.startsWith('/files')
  const isRight = isFile ? type !== undefined && !formTypes.includes(type) : type === 'application/json'
  return isRight ? undefined : refuse(415, 'This kind of content is not read here.')
}
