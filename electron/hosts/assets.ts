import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { securityHeaders } from './headers.ts'

type Asset = { body: Buffer<ArrayBuffer>; type: string; isHashed: boolean }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Vite names the files of assets/ by their content: `index-BxK2f9aQ.js`. */
const hashedName = /^\/assets\/.+-[\w-]{8}\.\w+$/

/** Answers requests for the renderer's files. */
export type Assets = (request: { method: string; url: string }) => Response

/**
 * Reads the built renderer once; a path is looked up among those names and never joined to a folder,
 * so no request can reach another file. Throws when the folder holds no index.html.
 */
export function createAssets(folder: string): Assets {
  const manifest = readManifest(folder)
  return ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { ...securityHeaders, allow: 'GET, HEAD' } })
    }
    const { pathname } = new URL(url)
    const asset = manifest.get(pathname === '/' ? '/index.html' : pathname)
    if (!asset) {
      return new Response('There is nothing at this address.', { status: 404, headers: securityHeaders })
    }
    return file(asset, method)
  }
}

function readManifest(folder: string): ReadonlyMap<string, Asset> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`The screens of Evenkeel are missing from ${folder}. Run "npm run build" to make them.`)
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const name = `/${relative(folder, path).split(sep).join('/')}`
      const type = types[extname(name)] ?? 'application/octet-stream'
      return [name, { body: readFileSync(path), type, isHashed: hashedName.test(name) }]
    }),
  )
}

function file({ body, type, isHashed }: Asset, method: string): Response {
  const headers = {
    ...securityHeaders,
    'content-type': type,
    'content-length': String(body.length),
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  return new Response(method === 'HEAD' ? null : body, { headers })
}
