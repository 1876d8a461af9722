import { words } from './words.ts'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const otherNames: Readonly<Record<string, string>> = { Mod: words.ctrl }

/** A key or a combination as it is printed on this computer's keyboard: "A", "Enter", "Mod+Z". */
export function Keys({ k }: { k: string }) {
  return <kbd>{keyName(k)}</kbd>
}

/** "Mod+Z" as "⌘ Z" on a Mac and "Ctrl Z" elsewhere. */
export function keyName(k: string): string {
  const names = isMac ? macNames : otherNames
  return k
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ')
}
