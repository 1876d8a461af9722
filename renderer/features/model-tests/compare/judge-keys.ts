import type { PairVerdict } from '../../../../shared/contract/model-tests/compare.ts'
import type { KeyRow } from '../../../ui/keys/key-rows.ts'
import type { PairSide } from './judgement.ts'

/** Where the keyboard focus is: which keys belong to the comparison there and which to the element. */
export type Place = 'page' | 'button' | 'text'

export type KeyFacts = {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly command: boolean
  readonly alt: boolean
  readonly isRepeat: boolean
  readonly isComposing: boolean
}

export type JudgeAction =
  | { readonly type: 'verdict'; readonly verdict: PairVerdict }
  | { readonly type: 'failure'; readonly side: PairSide }
  | { readonly type: 'go' | 'turn-page'; readonly by: 1 | -1 }
  | { readonly type: 'ask-side' | 'next' | 'note' | 'undo' | 'keys' | 'escape' | 'ignore' }

type Situation = {
  readonly place: Place
  readonly singleKeys: boolean
  /** True while it is asked which side has the must-pass failure. */
  readonly isAskingSide: boolean
}

export const compareKeys: readonly KeyRow[] = [
  [['A'], 'Left is better'],
  [['E'], 'About equal'],
  [['B'], 'Right is better'],
  [['X'], 'Both bad'],
  [['M'], 'Must-pass failure, then A or ← for left, B or → for right'],
  [['Enter'], 'Next pair'],
  [['Mod+Enter'], 'Next pair, also from inside the note'],
  [['←', '→'], 'Back, and on without a verdict'],
  [['PgUp', 'PgDn'], 'Both texts a page up and down'],
  [['N'], 'Note'],
  [['Mod+Z'], 'Undo the last verdict'],
  [['Esc'], 'Leave the note'],
  [['?'], 'These keys'],
]

const letters: Readonly<Record<string, JudgeAction>> = {
  a: { type: 'verdict', verdict: 'left' },
  e: { type: 'verdict', verdict: 'equal' },
  b: { type: 'verdict', verdict: 'right' },
  x: { type: 'verdict', verdict: 'both_bad' },
  m: { type: 'ask-side' },
  n: { type: 'note' },
  '?': { type: 'keys' },
}

const sides: Readonly<Record<string, PairSide>> = {
  a: 'left',
  arrowleft: 'left',
  b: 'right',
  arrowright: 'right',
}

/** What a key press means while comparing; null leaves it to the browser, `ignore` swallows it. */
export function actionFor(key: KeyFacts, situation: Situation): JudgeAction | null {
  if (key.isComposing || key.alt) return null
  const action = key.command ? commandAction(key, situation) : plainAction(key, situation)
  // A key held down must not run past a pair that nobody has seen; turning pages may.
  return action !== null && key.isRepeat && action.type !== 'turn-page' ? { type: 'ignore' } : action
}

function commandAction({ key, shift }: KeyFacts, { place }: Situation): JudgeAction | null {
  if (key === 'Enter') return { type: 'next' }
  return key.toLowerCase() === 'z' && !shift && place !== 'text' ? { type: 'undo' } : null
}

function plainAction(facts: KeyFacts, situation: Situation): JudgeAction | null {
  const { key, shift } = facts
  if (situation.place === 'text') return key === 'Escape' ? { type: 'escape' } : null
  if (situation.isAskingSide) return sideAction(facts, situation)
  switch (key) {
    case 'Enter':
      return situation.place === 'button' || shift ? null : { type: 'next' }
    case 'Escape':
      return { type: 'escape' }
    case 'ArrowLeft':
    case 'ArrowRight':
      return { type: 'go', by: key === 'ArrowLeft' ? -1 : 1 }
    case 'PageUp':
    case 'PageDown':
      return { type: 'turn-page', by: key === 'PageUp' ? -1 : 1 }
    default:
      return situation.singleKeys ? (letters[key.toLowerCase()] ?? null) : null
  }
}

/** While it is asked which side: that side, or nothing after all. No verdict is given by mistake. */
function sideAction({ key }: KeyFacts, { place, singleKeys }: Situation): JudgeAction | null {
  const name = key.toLowerCase()
  if (name === 'escape' || (name === 'm' && singleKeys)) return { type: 'escape' }
  const side = name.length > 1 || singleKeys ? sides[name] : undefined
  if (side) return { type: 'failure', side }
  if (key === 'Tab' || (place === 'button' && (key === 'Enter' || key === ' '))) return null
  return name === 'enter' || (singleKeys && name in letters) ? { type: 'ignore' } : null
}
