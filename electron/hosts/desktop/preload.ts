import { contextBridge, ipcRenderer } from 'electron'
import { type DesktopBridge, pageCalls } from '../../../shared/desktop-bridge.ts'
import { type MenuCommand, menuCommands } from '../../../shared/menu-command.ts'

const known: ReadonlySet<unknown> = new Set(menuCommands)

const bridge: DesktopBridge = {
  platform: process.platform,
  onMenuCommand(callback) {
    const listener = (_event: unknown, command: unknown) => {
      if (known.has(command)) callback(command as MenuCommand)
    }
    ipcRenderer.on('menu-command', listener)
    return () => {
      ipcRenderer.off('menu-command', listener)
    }
  },
  savePdf: (name) => ipcRenderer.invoke(pageCalls.savePdf, name),
  saveFile: (fileId, name) => ipcRenderer.invoke(pageCalls.saveFile, fileId, name),
  showSaved: () => ipcRenderer.invoke(pageCalls.showSaved),
  nameUndo: (label) => ipcRenderer.invoke(pageCalls.nameUndo, label),
  dueNotices: (isOn) => ipcRenderer.invoke(pageCalls.dueNotices, isOn),
}

contextBridge.exposeInMainWorld('evenkeel', bridge)
