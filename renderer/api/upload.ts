import { maxUploadBytes, tooLarge } from '../../shared/domain/upload-limit.ts'
import { AppError } from '../../shared/errors.ts'
import { authorizedFetch } from './session.ts'
import { words } from './words.ts'

/** Gives the core a file's bytes; one that is too large is not even read. Rejects with why it cannot be taken. */
export async function uploadFile(file: File): Promise<{ fileId: string; name: string }> {
  if (file.size > maxUploadBytes) throw tooLarge(file.name)
  return send(file, '')
}

/** The same for a backup, which may be as large as a company. */
export function uploadBackup(file: File): Promise<{ fileId: string; name: string }> {
  return send(file, '&kind=backup')
}

async function send(file: File, kind: string): Promise<{ fileId: string; name: string }> {
  const response = await authorizedFetch(`/files?name=${encodeURIComponent(file.name)}${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: await file.arrayBuffer(),
  })
  if (!response.ok) throw await refusalOf(response)
  return (await response.json()) as { fileId: string; name: string }
}

/** An answer that is not a success, as the error to throw. */
export async function refusalOf(response: Response): Promise<AppError> {
  const { message } = (await response.json().catch(() => ({}))) as { message?: string }
  return new AppError('UNAVAILABLE', message ?? words.thatDidNotWorkNothing)
}
