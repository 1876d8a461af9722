import { describe, expect, it } from 'vitest'
import {
  actionFor,
  type KeyAction,
  type KeyContext,
} from '../../renderer/features/reviews/session/review-keys.ts'
import { judgingKeys, keysEverywhere, readingKeys } from '../../renderer/ui/keys/key-rows.ts'

type ActionType = KeyAction['type']

/** Every action there is; one that is added must be added here, and its key to the list. */
const known: Readonly<Record<Exclude<ActionType, 'ignore'>, true>> = {
  'all-met': true,
  flip: true,
  'not-applicable': true,
  'issue-type': true,
  'more-types': true,
  rate: true,
  'enter-minutes': true,
  group: true,
  go: true,
  finish: true,
  replace: true,
  flag: true,
  note: true,
  'reuse-note': true,
  view: true,
  page: true,
  undo: true,
  'leave-field': true,
  keys: true,
}

const names: Readonly<Record<string, string>> = {
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
  Space: ' ',
  Esc: 'Escape',
}

const places = ['scorecard', 'line'] as const
const groups = ['standards', 'issue', 'satisfaction', 'editing'] as const

/** What a printed key does somewhere in a review. */
function actionsOf(printed: string): ActionType[] {
  const parts = printed.split('+')
  const name = parts.at(-1) ?? ''
  const key = {
    key: names[name] ?? name,
    code: /^\d$/.test(name) ? `Digit${name}` : name,
    shift: parts.includes('Shift'),
    command: parts.includes('Mod'),
    alt: false,
    isRepeat: false,
    isComposing: false,
  }
  const contexts = places.flatMap((place) =>
    groups.map(
      (group): KeyContext => ({
        place,
        group,
        measure: 'minutes',
        standardCount: 9,
        issueTypeCount: 9,
        singleKeys: true,
        isDialogOpen: false,
        isLoading: false,
      }),
    ),
  )
  return contexts.flatMap((context) => actionFor(key, context)?.type ?? [])
}

const inReview = [...judgingKeys, ...readingKeys].flatMap(([keys]) => keys)

describe('the list of keys', () => {
  it.each(inReview)('prints %s, which does something in a review', (printed) => {
    expect(actionsOf(printed).filter((type) => type !== 'ignore')).not.toEqual([])
  })

  it('leaves out nothing that a key does in a review', () => {
    const printed = [...inReview, ...keysEverywhere.flatMap(([keys]) => keys)]
    const found = new Set(printed.flatMap(actionsOf))
    expect(Object.keys(known).filter((type) => !found.has(type as ActionType))).toEqual([])
  })
})
