import type { KeyRow } from '../../../ui/keys/key-rows.ts'

/** Where the keyboard focus is: which keys belong to the session there and which to the element. */
export type Place = 'page' | 'radio' | 'button' | 'line' | 'text'

export type KeyFacts = {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean
  readonly alt: boolean
  readonly isRepeat: boolean
  readonly isComposing: boolean
}

export type SessionAction =
  | { readonly type: 'answer'; readonly answer: 'yes' | 'change' | 'unsure' }
  | { readonly type: 'go'; readonly by: 1 | -1 }
  | { readonly type: 'park' | 'next' | 'undo' | 'leave-field' | 'keys' | 'ignore' }

export const foundationKeys: readonly KeyRow[] = [
  [['Y'], 'Yes, still true'],
  [['C'], 'Needs change'],
  [['U'], 'Not sure'],
  [['P'], 'Park: the section comes back at the end'],
  [['Enter'], 'Next section'],
  [['Mod+Enter'], 'Next section, also from inside a text'],
  [['←', '→'], 'Back, and on without finishing'],
  [['Mod+Z'], 'Undo the last answer'],
  [['Esc'], 'Leave a field'],
  [['?'], 'These keys'],
]

const letters: Readonly<Record<string, SessionAction>> = {
  y: { type: 'answer', answer: 'yes' },
  c: { type: 'answer', answer: 'change' },
  u: { type: 'answer', answer: 'unsure' },
  p: { type: 'park' },
  '?': { type: 'keys' },
}

/** What a key press means in a session; null leaves it to the browser, `ignore` swallows it. */
export function actionFor(key: KeyFacts, place: Place, singleKeys: boolean): SessionAction | null {
  if (key.isComposing || key.alt) return null
  const action = key.command ? commandAction(key, place) : plainAction(key, place, singleKeys)
  // A key held down must not run past a section that nobody has seen.
  return action !== null && key.isRepeat ? { type: 'ignore' } : action
}

const isField = (place: Place) => place === 'line' || place === 'text'

function commandAction({ key, shift }: KeyFacts, place: Place): SessionAction | null {
  if (key === 'Enter') return { type: 'next' }
  return key.toLowerCase() === 'z' && !shift && !isField(place) ? { type: 'undo' } : null
}

function plainAction({ key, shift }: KeyFacts, place: Place, singleKeys: boolean): SessionAction | null {
  switch (key) {
    case 'Enter':
      return place === 'text' || place === 'button' || shift ? null : { type: 'next' }
    case 'Escape':
      return place === 'page' ? null : { type: 'leave-field' }
    case 'ArrowLeft':
    case 'ArrowRight':
      return isField(place) || place === 'radio' ? null : { type: 'go', by: key === 'ArrowLeft' ? -1 : 1 }
    default:
      return isField(place) || !singleKeys ? null : (letters[key.toLowerCase()] ?? null)
  }
}
