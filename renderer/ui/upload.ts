import { authorizedFetch } from '../api/session.ts'

/** Gives the core a file's bytes. Rejects with the core's words when it cannot take them. */
export async function uploadFile(file: File): Promise<{ fileId: string; name: string }> {
  const response = await authorizedFetch(`/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: await file.arrayBuffer(),
  })
  if (!response.ok) throw new Error(await refusalOf(response))
  return (await response.json()) as { fileId: string; name: string }
}

/** The message of an answer that is not a success. */
export async function refusalOf(response: Response): Promise<string> {
  const { message } = (await response.json().catch(() => ({}))) as { message?: string }
  return message ?? 'That did not work. Nothing was changed. Try again.'
}
