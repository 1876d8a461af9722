import { AppError } from '../../shared/errors.ts'
import type { DesktopBridge } from '../../shared/menu-command.ts'

/**
 * Saves the page in view as a PDF: the desktop app asks where, a browser opens its print dialog with the name
 * proposed. False where the owner thought better of it; a browser does not tell. Throws AppError with words for
 * the owner.
 */
export async function savePdf(name: string): Promise<boolean> {
  const { evenkeel } = window as { evenkeel?: Partial<DesktopBridge> }
  if (!evenkeel?.savePdf) {
    printAs(name)
    return true
  }
  const saved = await evenkeel.savePdf(name)
  if (typeof saved === 'object') throw new AppError('UNAVAILABLE', saved.problem)
  return saved === 'saved'
}

/** A browser proposes the page's title as the name of the file. */
function printAs(name: string): void {
  const { title } = document
  document.title = name
  window.print()
  document.title = title
}
