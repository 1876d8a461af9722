import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../../shared/menu-command.ts'

type Item = MenuItemConstructorOptions

export type MenuOptions = {
  /** As `process.platform` says. */
  platform: string
  isPackaged: boolean
  send: (command: MenuCommand) => void
}

/** The native menu. Its own items only send a command; the page decides what it means there. */
export function menuTemplate({ platform, isPackaged, send }: MenuOptions): Item[] {
  const isMac = platform === 'darwin'
  const item = (label: string, command: MenuCommand, accelerator?: string): Item => ({
    label,
    click: () => send(command),
    ...(accelerator ? { accelerator } : {}),
  })
  // The page sees these keys first and knows whether they mean the text or the last action.
  const pageKey = (label: string, command: MenuCommand, accelerator: string): Item => ({
    ...item(label, command, accelerator),
    registerAccelerator: false,
  })
  const separator: Item = { type: 'separator' }
  const settings = item('Settings…', 'go-settings', 'CmdOrCtrl+,')
  const appMenu: Item = {
    label: 'Evenkeel',
    submenu: [{ role: 'about' }, separator, settings, separator, { role: 'hide' }, { role: 'quit' }],
  }
  return [
    ...(isMac ? [appMenu] : []),
    {
      label: '&File',
      submenu: [
        item('New review', 'new-review', 'CmdOrCtrl+N'),
        item('New change', 'new-change', 'CmdOrCtrl+Shift+N'),
        item('Note a signal', 'new-signal', 'CmdOrCtrl+Shift+L'),
        separator,
        item('Import…', 'import', 'CmdOrCtrl+O'),
        item('Export…', 'export', 'CmdOrCtrl+E'),
        item('Back up', 'back-up'),
        separator,
        ...(isMac ? [] : [settings, separator]),
        isMac ? { role: 'close' } : { role: 'quit', label: 'Exit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        pageKey('Undo', 'undo', 'CmdOrCtrl+Z'),
        pageKey('Redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
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
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('Home', 'go-home', 'CmdOrCtrl+1'),
        item('Reviews', 'go-reviews', 'CmdOrCtrl+2'),
        item('Workflows', 'go-workflows', 'CmdOrCtrl+3'),
        item('Foundation', 'go-foundation', 'CmdOrCtrl+4'),
        item('Changes', 'go-changes', 'CmdOrCtrl+5'),
        item('Reports', 'go-reports', 'CmdOrCtrl+6'),
      ],
    },
    {
      label: '&Help',
      role: 'help',
      submenu: [item('Keys', 'show-keys'), item('Sample company', 'open-sample-company')],
    },
  ]
}
