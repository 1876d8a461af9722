import { describe, expect, it, vi } from 'vitest'
import { foundationKeys } from '../../../renderer/features/foundation-reviews/session/shortcuts.ts'
import { compareKeys } from '../../../renderer/features/model-tests/compare/shortcuts.ts'
import { judgingKeys, reviewShortcuts } from '../../../renderer/features/reviews/session/shortcuts.ts'
import { globalKeys } from '../../../renderer/shell/global-keys.ts'
import { meaningOf, type Place, type Press, type Shortcut } from '../../../renderer/ui/keys/shortcut.ts'

const sets: readonly [string, readonly Shortcut<never>[]][] = [
  ['a monthly review', reviewShortcuts],
  ['a Foundation review', Object.values(foundationKeys)],
  ['a comparison', Object.values(compareKeys)],
  ['everywhere', globalKeys],
]

const events: Readonly<Record<string, string>> = {
  ...{ '↑': 'ArrowUp', '↓': 'ArrowDown', '←': 'ArrowLeft', '→': 'ArrowRight' },
  ...{ PgUp: 'PageUp', PgDn: 'PageDown', Space: ' ', Esc: 'Escape' },
}

function press(printed: string, facts: Partial<Press> = {}): Press {
  const parts = printed.split('+')
  const name = parts.at(-1) ?? ''
  return {
    key: events[name] ?? (name.length === 1 ? name.toLowerCase() : name),
    code: /^\d$/.test(name) ? `Digit${name}` : `Key${name}`,
    shift: parts.includes('Shift'),
    command: parts.includes('Mod'),
    ...{ alt: false, isRepeat: false, isComposing: false },
    ...facts,
  }
}

const wordsOf = (
  shortcuts: readonly Shortcut<never>[],
  key: Press,
  place: Place = 'page',
  singleKeys = true,
) => {
  const meaning = meaningOf(shortcuts, key, { place, singleKeys })
  return meaning === null || meaning === 'swallow' ? meaning : meaning.shortcut.words
}

describe.each(sets)('the keys of %s', (_name, shortcuts) => {
  it('each do what is printed beside them', () => {
    for (const { keys, words } of shortcuts) {
      for (const key of keys) expect([key, wordsOf(shortcuts, press(key))]).toEqual([key, words])
    }
  })

  it('run past nothing while one is held down, but for turning pages', () => {
    for (const { keys, words, mayRepeat } of shortcuts) {
      const [key = ''] = keys
      expect(wordsOf(shortcuts, press(key, { isRepeat: true }))).toBe(mayRepeat ? words : 'swallow')
    }
  })

  it('leave letters and digits to a text, and are silent where single keys are off', () => {
    for (const key of shortcuts.flatMap(({ keys }) => keys).filter((k) => /^(Shift\+)?[\w?]$/.test(k))) {
      expect(wordsOf(shortcuts, press(key), 'text')).toBeNull()
      expect(wordsOf(shortcuts, press(key), 'line')).toBeNull()
      expect(wordsOf(shortcuts, press(key), 'page', false)).toBeNull()
    }
  })

  it('leave Alt, unknown keys and keys of a word being composed alone', () => {
    const [first] = shortcuts
    for (const key of [press('Q'), press('Mod+A'), press('Tab'), press(first?.keys[0] ?? '', { alt: true })])
      expect(wordsOf(shortcuts, key)).toBeNull()
    expect(wordsOf(shortcuts, press('A', { isComposing: true }))).toBeNull()
  })
})

describe('a key and the element that has the focus', () => {
  it.each<[string, Place, string | null]>([
    ['Enter', 'line', 'Save and next'],
    ['Enter', 'text', null],
    ['Enter', 'button', null],
    ['Shift+Enter', 'page', null],
    ['Mod+Enter', 'text', 'Save and next, also from inside a text'],
    ['Mod+Z', 'button', 'Undo the last action'],
    ['Mod+Z', 'line', null],
    ['Mod+Shift+Z', 'page', null],
    ['Esc', 'text', 'Leave a field'],
    ['↓', 'line', 'Previous and next group'],
    ['↓', 'reading', null],
    ['↓', 'radio', null],
    ['←', 'radio', null],
    ['→', 'line', null],
    ['PgDn', 'reading', null],
    ['Space', 'button', null],
    ['A', 'radio', 'All standards met'],
    ['A', 'elsewhere', null],
  ])('%s in %s', (key, place, words) => {
    expect(wordsOf(reviewShortcuts, press(key), place)).toBe(words)
  })

  it('reads a digit from its key, whatever Shift or the layout makes of it', () => {
    expect(wordsOf(reviewShortcuts, press('Shift+2', { key: '"' }))).toBe('Doesn’t apply')
    expect(wordsOf(reviewShortcuts, press('2', { key: 'é' }))).toBe(judgingKeys.digit.words)
    expect(wordsOf(reviewShortcuts, press('3', { code: 'Numpad3' }))).toBe(judgingKeys.digit.words)
  })

  it('does not press a button again and again while Enter is held down', () => {
    expect(wordsOf(reviewShortcuts, press('Enter', { isRepeat: true }), 'button')).toBe('swallow')
  })
})

describe('while it is asked which side fails', () => {
  it.each([
    ['A', 'left'],
    ['←', 'left'],
    ['B', 'right'],
    ['→', 'right'],
    ['E', null],
    ['X', null],
    ['N', null],
    ['Enter', null],
    ['?', null],
  ])('%s names %s and gives no verdict', (key, side) => {
    const judging = { isAskingSide: true, turnFailure: vi.fn(), judge: vi.fn(), next: vi.fn(), go: vi.fn() }
    const on = { judging, openNote: vi.fn(), showKeys: vi.fn() }
    const shortcuts: readonly Shortcut<never>[] = Object.values(compareKeys)
    const meaning = meaningOf(shortcuts, press(key), { place: 'page', singleKeys: true })
    if (meaning === null || meaning === 'swallow') throw new Error(`${key} is no shortcut`)
    meaning.shortcut.run(on as never, meaning.printed)
    expect(judging.turnFailure.mock.calls).toEqual(side === null ? [] : [[side]])
    for (const other of [judging.judge, judging.next, judging.go, on.openNote, on.showKeys])
      expect(other).not.toHaveBeenCalled()
  })
})
