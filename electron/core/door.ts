import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { writtenLocale } from '../../shared/domain/language.ts'
import { maxBackupBytes, maxUploadBytes } from '../../shared/domain/upload-limit.ts'
import { AppError, errorCodes } from '../../shared/errors.ts'
import type { Files } from './files.ts'
import type { FindServices } from './handlers.ts'
import type { Log } from './log.ts'
import { createRpcHandler } from './router.ts'

/** The one door: oRPC under /api, bytes under /files, nothing else. */
export function createDoor(services: FindServices, files: Files, log: Log) {
  const rpc = createRpcHandler(services, log)

  return async function fetch(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    try {
      if (pathname.startsWith('/api/')) {
        const { matched, response } = await rpc.handle(request, {
          prefix: '/api',
          context: { locale: localeOf(request), window: request.headers.get('x-window') },
        })
        if (matched) return response
      }
      if (pathname === '/files' && request.method === 'POST') {
        const name = searchParams.get('name')?.slice(0, 255) || 'file'
        const announced = Number(request.headers.get('content-length') ?? 0)
        const body = request.body as ReadableStream | null
        const isBackup = searchParams.get('kind') === 'backup'
        const file = await files.receive(name, body, announced, isBackup ? maxBackupBytes : maxUploadBytes)
        return Response.json({ fileId: file.id, name: file.name, size: files.size(file) })
      }
      if (pathname.startsWith('/files/') && request.method === 'GET') {
        return download(files, pathname.slice('/files/'.length))
      }
    } catch (error) {
      return failure(error, log)
    }
    return new Response('Not found', { status: 404 })
  }
}

function download(files: Files, id: string): Response {
  const file = files.get(id)
  const bytes = createReadStream(file.path)
  bytes.on('end', () => files.done([id]))
  return new Response(Readable.toWeb(bytes) as unknown as BodyInit, {
    headers: {
      'content-type': file.type,
      'content-length': String(files.size(file)),
      'content-disposition': `attachment; filename*=UTF-8''${headerName(file.name)}`,
      'cache-control': 'no-store',
    },
  })
}

// Control characters, separators of folders, and marks that turn the reading direction around.
const unsafeInName = /[\p{Cc}/\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A file name as RFC 8187 writes it in a header. */
function headerName(name: string): string {
  return encodeURIComponent(name.toWellFormed().replace(unsafeInName, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function failure(error: unknown, log: Log): Response {
  if (error instanceof AppError) {
    const { message, problems } = error
    return Response.json({ message, data: { problems } }, { status: errorCodes[error.code] })
  }
  return Response.json({ message: log.unexpected(error), data: { problems: [] } }, { status: 500 })
}

/** How dates and numbers are written, by the first language the window asks for, else by the system's. */
function localeOf(request: Request): string {
  const asked = request.headers.get('accept-language')?.split(',')[0]?.split(';')[0]?.trim()
  return writtenLocale(asked || systemLocale)
}

const systemLocale = Intl.DateTimeFormat().resolvedOptions().locale
