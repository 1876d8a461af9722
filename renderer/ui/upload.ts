import { AppError } from '../../shared/errors.ts'
import { authorizedFetch } from '../api/session.ts'

/** Gives the core a file's bytes. Rejects with the core's words when it cannot take them. */
export async function uploadFile(file: File): Promise<{ fileId: string; name: string }> {
  const response = await authorizedFetch(`/files?name=${encodeURIComponent(file.name)}`, {
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
  return new AppError('UNAVAILABLE', message ?? 'That did not work. Nothing was changed. Try again.')
}
