import { words as say } from './words.ts'
/** Where the keyboard focus is: which keys belong to the page there and which to the element. */
export type Place = 'page' | 'reading' | 'radio' | 'button' | 'line' | 'text' | 'elsewhere'

/** One key of the app: what is printed, what it is called, and what it does. Help, buttons and listeners read it. */
export type Shortcut<On> = {
  /** As printed: "A", "Mod+Enter", "Shift+1". Two that end in a digit are the ends of a range. */
  readonly keys: readonly string[]
  readonly words: string
  /** `printed` is the key of a range that was pressed. */
  readonly run: (on: On, printed: string) => void
  /** Held down, it goes on. Without it a key held down cannot run past something nobody has seen. */
  readonly mayRepeat?: true
  /** True where the key is also typed into what it opens. */
  readonly isTyped?: (on: On) => boolean
  readonly worksInDialogs?: true
  /** Works while nothing can be judged yet, as the list of keys does. */
  readonly isAlwaysReady?: true
}

export type Press = {
  readonly key: string
  /** Physical key: `Digit4` also where Shift or the layout turns it into another character. */
  readonly code: string
  readonly shift: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean
  readonly alt: boolean
  readonly isRepeat: boolean
  readonly isComposing: boolean
}

/** What a press means: a shortcut, nothing that is ours (null), or something to keep from the browser. */
export type Meaning<On> = { readonly shortcut: Shortcut<On>; readonly printed: string } | 'swallow' | null

const names: Readonly<Record<string, string>> = {
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' },
  ...{ PageUp: 'PgUp', PageDown: 'PgDn', ' ': 'Space', Escape: say.esc },
}

/** The key as it is printed. Shift belongs to digits, named keys and commands; "A" is "a" with and without it. */
function printedKey({ key, code, shift, command }: Press): string {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  const name = digit ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  const hasShift = shift && (command || digit !== undefined || name.length > 1)
  return `${command ? 'Mod+' : ''}${hasShift ? 'Shift+' : ''}${name}`
}

/** True where one of `keys` was pressed, or one between the two ends of a range. */
function isAmong(keys: readonly string[], printed: string): boolean {
  if (keys.includes(printed)) return true
  const [from = '', to = ''] = keys
  if (keys.length !== 2 || !/\d$/.test(from) || !/\d$/.test(to) || !/\d$/.test(printed)) return false
  const isSameKind = from.slice(0, -1) === printed.slice(0, -1)
  return (
    isSameKind && Number(printed.at(-1)) >= Number(from.at(-1)) && Number(printed.at(-1)) <= Number(to.at(-1))
  )
}

const isField = (place: Place) => place === 'line' || place === 'text'

/** A key that writes a character: off while typing, and where single keys are switched off. */
export const isSingleKey = (printed: string) =>
  /^(?:Shift\+\d|.)$/u.test(printed) && !/^[↑↓←→]$/.test(printed)

/** True where a key belongs to the page and not to the element that has the focus. */
function worksIn(printed: string, place: Place, singleKeys: boolean): boolean {
  switch (printed) {
    case 'Mod+Z':
      return !isField(place)
    case 'Enter':
      return place !== 'text' && place !== 'button'
    case '↑':
    case '↓':
      return place !== 'text' && place !== 'radio' && place !== 'reading'
    case '←':
    case '→':
      return !isField(place) && place !== 'radio'
    case 'PgUp':
    case 'PgDn':
      return place !== 'text' && place !== 'reading'
    case 'Space':
    case 'Shift+Space':
      return place === 'page'
    default:
      return !isSingleKey(printed) || (singleKeys && !isField(place))
  }
}

/** What a press means where the keyboard is. */
export function meaningOf<On>(
  shortcuts: readonly Shortcut<On>[],
  press: Press,
  { place, singleKeys }: { readonly place: Place; readonly singleKeys: boolean },
): Meaning<On> {
  if (press.isComposing || press.alt || place === 'elsewhere') return null
  const printed = printedKey(press)
  // A button that is held down would be pressed again and again.
  if (printed === 'Enter' && place === 'button') return press.isRepeat ? 'swallow' : null
  const shortcut = shortcuts.find(({ keys }) => isAmong(keys, printed))
  if (!shortcut || !worksIn(printed, place, singleKeys)) return null
  const mayRepeat = shortcut.mayRepeat || (isField(place) && !printed.endsWith('Enter'))
  return press.isRepeat && !mayRepeat ? 'swallow' : { shortcut, printed }
}
