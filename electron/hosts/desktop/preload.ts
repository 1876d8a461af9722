import { contextBridge, ipcRenderer } from 'electron'
import {
  type DesktopBridge,
  type MenuCommand,
  menuCommands,
  savePdfChannel,
} from '../../../shared/menu-command.ts'

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
  savePdf: (name) => ipcRenderer.invoke(savePdfChannel, name),
}

contextBridge.exposeInMainWorld('evenkeel', bridge)
