import { desktop } from './desktop.ts'
import { noteSaved } from './saved-files.ts'
import { authorizedFetch } from './session.ts'
import { refusalOf } from './upload.ts'

/**
 * Saves a file that the core has made under `name`: the desktop app asks where, a browser has a place for downloads.
 * Throws AppError, CANCELLED where the owner thought better of it.
 */
export async function saveFile(fileId: string, name: string): Promise<void> {
  const app = desktop()
  if (app) return noteSaved(await app.saveFile(fileId, name))
  const response = await authorizedFetch(`/files/${encodeURIComponent(fileId)}`)
  if (!response.ok) throw await refusalOf(response)
  const url = URL.createObjectURL(await response.blob())
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  // The browser reads the address after this turn; letting go of it at once would cut the download off.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
