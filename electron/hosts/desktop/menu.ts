import type { MenuItemConstructorOptions } from 'electron'
import { commandOf, type MenuCommand, menuCommands } from '../../../shared/menu-command.ts'

type Item = MenuItemConstructorOptions

export type MenuOptions = {
  /** As `process.platform` says. */
  platform: string
  isPackaged: boolean
  send: (command: MenuCommand) => void
  showAbout: () => void
  /** What Undo would take back. */
  undoLabel: string | null
}

const separator: Item = { type: 'separator' }

/** The native menu. Its own items only send a command; the page decides what it means there. */
export function menuTemplate({ platform, isPackaged, send, showAbout, undoLabel }: MenuOptions): Item[] {
  const isMac = platform === 'darwin'
  const item = (command: MenuCommand): Item => {
    const { words, keys, isPageKey } = commandOf(command)
    const accelerator = keys && acceleratorOf(command, keys, isMac)
    return {
      label: command === 'undo' && undoLabel !== null ? `${words} ${undoLabel}` : words,
      click: () => send(command),
      ...(accelerator && { accelerator }),
      ...(isPageKey && { registerAccelerator: false }),
    }
  }
  const itemsOf = (menu: 'file' | 'edit' | 'go' | 'help'): Item[] =>
    menuCommands
      .filter((command) => commandOf(command).menu === menu && !(isMac && command === 'go-settings'))
      .flatMap((command) => [...(commandOf(command).startsGroup ? [separator] : []), item(command)])
  const appMenu: Item = {
    label: 'Evenkeel',
    submenu: [
      { role: 'about' },
      separator,
      item('go-settings'),
      separator,
      { role: 'hide' },
      { role: 'quit' },
    ],
  }
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: '&File',
      submenu: [...itemsOf('file'), separator, isMac ? { role: 'close' } : { role: 'quit', label: 'Exit' }],
    },
    {
      label: '&Edit',
      submenu: [
        ...itemsOf('edit'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        // Plus is reached with Shift on many keyboards; people press the key alone.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    { label: '&Go', submenu: itemsOf('go') },
    {
      label: '&Help',
      role: 'help',
      submenu: [
        ...itemsOf('help'),
        ...(isMac ? [] : [separator, { label: 'About Evenkeel', click: showAbout }]),
      ],
    },
  ]
}

/** As Electron names it; redo has a name of its own outside a Mac. */
function acceleratorOf(command: MenuCommand, keys: string, isMac: boolean): string {
  if (command === 'redo' && !isMac) return 'Ctrl+Y'
  return keys.replace('Mod', 'CmdOrCtrl')
}
