import { commandOf, type MenuCommand, menuCommands } from '../../shared/menu-command.ts'
import type { Shortcut } from '../ui/keys/shortcut.ts'
import { words as say } from './words.ts'

/** What the keys that work everywhere do. */
export type OnApp = { readonly perform: (command: MenuCommand) => void }

/** The keys that work everywhere, from the commands of the menu. */
export const globalKeys: readonly Shortcut<OnApp>[] = [
  ...menuCommands.flatMap((command) => {
    const { keys, words, isEverywhere, worksInDialogs } = commandOf(command)
    if (!isEverywhere || keys === undefined) return []
    const run = ({ perform }: OnApp) => perform(command)
    return { keys: [keys], words, run, ...(worksInDialogs && { worksInDialogs }) }
  }),
  { keys: ['?'], words: say.theseKeys, run: ({ perform }) => perform('show-keys') },
]
