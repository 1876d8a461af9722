import { Keys } from './Keys.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { words } from './words.ts'

type Acts = { readonly act: () => void }

const enter = { keys: ['Enter'], words: words.pressThePrimaryButton, run: ({ act }: Acts) => act() } as const

/** Printed on the one primary button of a page: Enter presses it, wherever nothing else has the focus. */
export function EnterHint({ act }: Acts) {
  useShortcuts([enter], { act }, { layer: 'session', singleKeys: false })
  return <Keys k="Enter" />
}
