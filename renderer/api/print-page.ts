import { desktop } from './desktop.ts'
import { noteSaved } from './saved-files.ts'

/**
 * Saves the page in view as a PDF: the desktop app asks where, a browser opens its print dialog with the name
 * proposed. False where the owner thought better of it; a browser does not tell. Throws AppError with words for
 * the owner.
 */
export async function savePdf(name: string): Promise<boolean> {
  const app = desktop()
  if (!app) {
    printAs(name)
    return true
  }
  const saved = await app.savePdf(name)
  if (saved === 'cancelled') return false
  noteSaved(saved)
  return true
}

/** A browser proposes the page's title as the name of the file. */
function printAs(name: string): void {
  const { title } = document
  document.title = name
  window.print()
  document.title = title
}
