import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron'
import { pageCalls, type Saved } from '../../../shared/desktop-bridge.ts'
import type { AppDoor } from '../app-door.ts'
import { appAddress, isOwnAddress } from './address.ts'
import type { DueNotices } from './due-notice.ts'
import { fileName, pdfName } from './file-name.ts'
import { writeChosen, writingProblem } from './write-chosen.ts'

/** Where paper is Letter; A4 everywhere else. */
const letterCountries: readonly string[] = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'CR', 'GT', 'PA', 'PR']

type Host = {
  window: BrowserWindow
  /** Undefined where there is none that could have made a file. */
  door: Pick<AppDoor, 'fetch'> | undefined
  nameUndo: (label: string | null) => void
  /** Undefined where no company could be opened. */
  notices: DueNotices | undefined
}

/** Answers what our page may ask of this process, and nobody else's. */
export function answerPage({ window, door, nameUndo, notices }: Host): void {
  let lastSaved: string | undefined

  const answer = (channel: string, act: (...sent: unknown[]) => unknown) =>
    ipcMain.handle(channel, (event, ...sent: unknown[]) => {
      refuseOthers(event)
      return act(...sent)
    })

  async function save(name: string, write: (path: string) => Promise<Saved | undefined>): Promise<Saved> {
    try {
      const { canceled, filePath } = await dialog.showSaveDialog(window, proposal(name))
      if (canceled || filePath === '') return 'cancelled'
      const problem = await write(filePath)
      if (problem) return problem
      lastSaved = filePath
      return { name: basename(filePath) }
    } catch (error) {
      return { problem: writingProblem(error) }
    }
  }

  answer(pageCalls.savePdf, (name) =>
    save(pdfName(name), async (path) => {
      const pdf = await window.webContents.printToPDF(pdfOptions())
      await writeChosen(path, [pdf])
      return undefined
    }),
  )
  answer(pageCalls.saveFile, (id, name) =>
    save(fileName(name), async (path) => {
      if (!door) throw new Error('There is no core to have made a file')
      const reply = await door.fetch(new Request(`${appAddress}files/${encodeURIComponent(String(id))}`))
      if (!reply.ok || !reply.body) return { problem: ((await reply.json()) as { message: string }).message }
      await writeChosen(path, reply.body)
      return undefined
    }),
  )
  // The page names no path: it is the file that the owner saved last.
  answer(pageCalls.showSaved, () => {
    if (lastSaved !== undefined) shell.showItemInFolder(lastSaved)
  })
  answer(pageCalls.nameUndo, (label) => nameUndo(typeof label === 'string' ? label.slice(0, 80) : null))
  answer(pageCalls.dueNotices, (isOn) => {
    if (typeof isOn === 'boolean') notices?.turn(isOn)
    return notices?.isOn() ?? false
  })
}

/** Read before anything is waited for: afterwards the frame may be another one. */
function refuseOthers({ senderFrame }: IpcMainInvokeEvent): void {
  const isOurs = senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url)
  if (!isOurs) throw new Error('Only the page of Evenkeel itself may ask this.')
}

function pdfOptions(): Electron.PrintToPDFOptions {
  return {
    pageSize: letterCountries.includes(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  }
}

const kinds: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel workbook',
  csv: 'CSV',
  ics: 'Calendar',
  zip: 'Zip',
}

function proposal(name: string): Electron.SaveDialogOptions {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const kind = kinds[extension]
  return {
    defaultPath: join(app.getPath('documents'), name),
    ...(kind !== undefined && { filters: [{ name: kind, extensions: [extension] }] }),
  }
}
