import type { Group } from '../../../../shared/contract/reviews.ts'
import type { Measure } from '../../../../shared/contract/workflows.ts'
import { measures } from '../../../../shared/domain/figures/measures/index.ts'

/** Where the keyboard focus is: which keys belong to the page there and which to the element. */
export type Place = 'scorecard' | 'reading' | 'radio' | 'button' | 'line' | 'text' | 'elsewhere'

export type KeyFacts = {
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

export type KeyContext = {
  readonly place: Place
  readonly group: Group
  readonly measure: Measure
  readonly standardCount: number
  /** Issue types on screen; 0 where no issue is open. */
  readonly issueTypeCount: number
  readonly singleKeys: boolean
  readonly isDialogOpen: boolean
  readonly isLoading: boolean
}

/** What is done to the output on screen. */
export type ItemAction =
  | { readonly type: 'flip' | 'not-applicable' | 'issue-type'; readonly index: number }
  | { readonly type: 'rate'; readonly value: number }
  | { readonly type: 'group'; readonly by: 1 | -1 }
  | { readonly type: 'all-met' }
  | { readonly type: 'flag' }
  | { readonly type: 'note' }
  | { readonly type: 'reuse-note' }

export type KeyAction =
  | ItemAction
  | { readonly type: 'go' | 'page'; readonly by: 1 | -1 }
  | { readonly type: 'enter-minutes' | 'finish' | 'view' | 'undo' | 'leave-field' | 'ignore' }
  | { readonly type: 'replace' | 'keys' | 'more-types' }

const letters: Readonly<Record<string, KeyAction>> = {
  a: { type: 'all-met' },
  s: { type: 'replace' },
  f: { type: 'flag' },
  n: { type: 'note' },
  v: { type: 'view' },
  r: { type: 'reuse-note' },
  '?': { type: 'keys' },
}

const isField = (place: Place) => place === 'line' || place === 'text'

/** What a key press means in a review; null leaves it to the browser, `ignore` swallows it. */
export function actionFor(key: KeyFacts, context: KeyContext): KeyAction | null {
  if (context.isDialogOpen || context.place === 'elsewhere' || key.isComposing || key.alt) return null
  const action = key.command ? commandAction(key, context) : plainAction(key, context)
  if (!action) return null
  const mayRepeat = action.type === 'page' || (isField(context.place) && action.type !== 'finish')
  if (context.isLoading || (key.isRepeat && !mayRepeat)) return { type: 'ignore' }
  return action
}

function commandAction(key: KeyFacts, { place }: KeyContext): KeyAction | null {
  if (key.key === 'Enter') return { type: 'finish' }
  const isUndo = key.key.toLowerCase() === 'z' && !key.shift
  return isUndo && !isField(place) ? { type: 'undo' } : null
}

function plainAction(key: KeyFacts, context: KeyContext): KeyAction | null {
  return namedAction(key, context) ?? (isField(context.place) ? null : characterAction(key, context))
}

/** Keys that write no character: they work with single keys switched off too. */
function namedAction(key: KeyFacts, { place }: KeyContext): KeyAction | null {
  switch (key.key) {
    case 'Enter':
      if (place === 'text' || key.shift) return null
      if (place === 'button') return key.isRepeat ? { type: 'ignore' } : null
      return { type: 'finish' }
    case 'Escape':
      return place === 'scorecard' ? null : { type: 'leave-field' }
    case 'ArrowUp':
    case 'ArrowDown':
      if (place === 'text' || place === 'radio' || place === 'reading') return null
      return { type: 'group', by: key.key === 'ArrowUp' ? -1 : 1 }
    case 'ArrowLeft':
    case 'ArrowRight':
      if (isField(place) || place === 'radio') return null
      return { type: 'go', by: key.key === 'ArrowLeft' ? -1 : 1 }
    case 'PageUp':
    case 'PageDown':
      if (place === 'text' || place === 'reading') return null
      return { type: 'page', by: key.key === 'PageUp' ? -1 : 1 }
    case ' ':
      if (place !== 'scorecard') return null
      return { type: 'page', by: key.shift ? -1 : 1 }
    default:
      return null
  }
}

function characterAction(key: KeyFacts, context: KeyContext): KeyAction | null {
  if (!context.singleKeys) return null
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(key.code)?.[1]
  if (digit) return digitAction(Number(digit), key.shift, context)
  return letters[key.key.toLowerCase()] ?? null
}

/** A digit means what the active group prints beside it; anything else is swallowed, never guessed. */
function digitAction(digit: number, shift: boolean, context: KeyContext): KeyAction {
  const index = digit - 1
  const isAmong = (count: number) => digit >= 1 && digit <= count
  switch (context.group) {
    case 'standards':
      if (!isAmong(context.standardCount)) break
      return { type: shift ? 'not-applicable' : 'flip', index }
    case 'issue':
      if (!shift && digit === 0) return { type: 'more-types' }
      if (shift || !isAmong(context.issueTypeCount)) break
      return { type: 'issue-type', index }
    case 'satisfaction':
      if (shift || !isAmong(5)) break
      return { type: 'rate', value: digit }
    case 'editing':
      if (shift || measures[context.measure].asks === null) break
      return { type: 'enter-minutes' }
    case 'note':
      break
  }
  return { type: 'ignore' }
}
