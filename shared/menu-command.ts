type Command = {
  /** As the menu and the list of keys say it. */
  readonly words: string
  /** As printed: "Mod+1". */
  readonly keys?: string
  readonly menu: 'file' | 'edit' | 'go' | 'help'
  /** A line above it in the menu. */
  readonly startsGroup?: true
  /** The page it goes to; what other commands do stands in `renderer/shell/useMenu.ts`. */
  readonly path?: string
  /** Its key works in a browser too, where others belong to the browser, and stands in the list of keys. */
  readonly isEverywhere?: true
  readonly worksInDialogs?: true
  /** The page sees its key first and knows whether it means the text or the last action. */
  readonly isPageKey?: true
}

/** Every command of the app, in the order of the menu: the menu, the keys and their list read it. */
export const commands = {
  'new-review': { words: 'New review', keys: 'Mod+N', menu: 'file', path: '/reviews' },
  'new-change': { words: 'New change', keys: 'Mod+Shift+N', menu: 'file', path: '/changes/new' },
  'new-signal': {
    words: 'Note a signal',
    keys: 'Mod+Shift+L',
    menu: 'file',
    isEverywhere: true,
    worksInDialogs: true,
  },
  import: { words: 'Import…', keys: 'Mod+O', menu: 'file', startsGroup: true, path: '/reviews' },
  export: { words: 'Export…', keys: 'Mod+E', menu: 'file', path: '/reports' },
  'back-up': { words: 'Back up', menu: 'file' },
  'go-settings': {
    ...{ words: 'Settings…', keys: 'Mod+,', menu: 'file', startsGroup: true, path: '/settings' },
    isEverywhere: true,
  },
  undo: { words: 'Undo', keys: 'Mod+Z', menu: 'edit', isPageKey: true },
  redo: { words: 'Redo', keys: 'Mod+Shift+Z', menu: 'edit', isPageKey: true },
  'find-on-page': { words: 'Find on this page…', keys: 'Mod+F', menu: 'edit', startsGroup: true },
  'go-home': { words: 'Home', keys: 'Mod+1', menu: 'go', path: '/', isEverywhere: true },
  'go-reviews': { words: 'Reviews', keys: 'Mod+2', menu: 'go', path: '/reviews', isEverywhere: true },
  'go-workflows': { words: 'Workflows', keys: 'Mod+3', menu: 'go', path: '/workflows', isEverywhere: true },
  'go-foundation': {
    words: 'Foundation',
    keys: 'Mod+4',
    menu: 'go',
    path: '/foundation',
    isEverywhere: true,
  },
  'go-changes': { words: 'Changes', keys: 'Mod+5', menu: 'go', path: '/changes', isEverywhere: true },
  'go-reports': { words: 'Reports', keys: 'Mod+6', menu: 'go', path: '/reports', isEverywhere: true },
  'show-keys': { words: 'Keys', menu: 'help' },
  'open-sample-company': { words: 'Sample company', menu: 'help' },
} as const satisfies Readonly<Record<string, Command>>

export type MenuCommand = keyof typeof commands

export const menuCommands = Object.keys(commands) as MenuCommand[]

/** What is known of a command, with what it does not have left out. */
export const commandOf = (command: MenuCommand): Command => commands[command]
