/** What the native menu can ask of the renderer. */
export const menuCommands = [
  'new-review',
  'new-change',
  'import',
  'export',
  'back-up',
  'undo',
  'redo',
  'go-home',
  'go-reviews',
  'go-workflows',
  'go-foundation',
  'go-changes',
  'go-reports',
  'go-settings',
  'show-keys',
  'open-sample-company',
] as const

export type MenuCommand = (typeof menuCommands)[number]

/** `window.evenkeel`, set by the desktop preload only: what the web platform lacks. */
export type DesktopBridge = {
  /** `darwin`, `win32` or `linux`. */
  readonly platform: string
  /** Calls back for each menu command; the returned function stops that. */
  readonly onMenuCommand: (callback: (command: MenuCommand) => void) => () => void
}
