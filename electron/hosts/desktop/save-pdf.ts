import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type SavedPdf, savePdfChannel } from '../../../shared/menu-command.ts'
import { isOwnAddress } from './address.ts'
import { pdfName } from './pdf-name.ts'

/** Where paper is Letter; A4 everywhere else. */
const letterCountries: readonly string[] = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'PR']

/** Answers the one thing our page may ask of this process: to save itself as a PDF. */
export function answerSavePdf(): void {
  ipcMain.handle(savePdfChannel, (event, name: unknown): Promise<SavedPdf> => {
    // Read before anything is waited for: afterwards the frame may be another one.
    const { senderFrame } = event
    const isOurs = senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url)
    if (!isOurs) throw new Error('Only the page of Evenkeel itself can be saved.')
    return savePage(event, pdfName(name))
  })
}

async function savePage({ sender }: IpcMainInvokeEvent, name: string): Promise<SavedPdf> {
  const window = BrowserWindow.fromWebContents(sender)
  if (!window) return 'cancelled'
  try {
    const pdf = await sender.printToPDF({
      pageSize: letterCountries.includes(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), name),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    })
    if (canceled || filePath === '') return 'cancelled'
    await writeFile(filePath, pdf)
    return 'saved'
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

const problems: Readonly<Record<string, string>> = {
  EBUSY: 'That file is open in another program, so it could not be replaced. Close it there and save again.',
  EACCES: 'That folder cannot be written to. Save the PDF in another one.',
  EPERM: 'That file or folder cannot be written to. Save the PDF under another name or in another folder.',
  EROFS: 'That folder cannot be written to. Save the PDF in another one.',
  ENOSPC: 'The disk is full, so the PDF is not saved. Free some space, then save it again.',
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return problems[code] ?? 'The PDF could not be made. Nothing else has changed. Try again.'
}
