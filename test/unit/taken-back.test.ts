import { describe, expect, it } from 'vitest'
import { takenBackBy } from '../../shared/domain/effects/taken-back.ts'

type Change = Parameters<typeof takenBackBy>[0]
type Earlier = Parameters<typeof takenBackBy>[1] extends Iterable<infer Each> ? Each : never

const earlier = (rest: Partial<Earlier> = {}): Earlier => ({
  ...{ number: 3, onDate: '2026-05-02', kind: 'prompt', workflowIds: [1, 2] },
  ...{ from: 'Be warm.\nSign with a name.', to: 'Be brief.' },
  ...{ revertedBy: null, isStartingPoint: false, plan: null },
  ...rest,
})
const back = (rest: Partial<Change> = {}): Change => ({
  ...{ onDate: '2026-07-03', kind: 'prompt', workflowIds: [2, 1] },
  ...{ from: 'Be brief.', to: 'Be warm. Sign with a name. ' },
  ...rest,
})

describe('a change written by hand takes an earlier one back', () => {
  it.each<[string, Change, Earlier[], number | null]>([
    ['where it restores its earlier wording, spaces aside', back(), [earlier()], 3],
    [
      'with another in between',
      back(),
      [earlier(), earlier({ number: 4, from: 'Be brief.', to: 'Be odd.' })],
      3,
    ],
    ['the newest of several', back(), [earlier({ onDate: '2026-06-01' }), earlier({ number: 5 })], 3],
    ['of one day the later', back(), [earlier(), earlier({ number: 4 })], 4],
    ['on the same day', back({ onDate: '2026-05-02' }), [earlier()], 3],
    ['not where it went live before it', back({ onDate: '2026-05-01' }), [earlier()], null],
    ['not where a word differs', back({ to: 'Be warm. Sign with your name.' }), [earlier()], null],
    ['not of another kind', back({ kind: 'model' }), [earlier()], null],
    ['not of only one of its workflows', back({ workflowIds: [1] }), [earlier()], null],
    ['not twice', back(), [earlier({ revertedBy: 4 })], null],
    ['not what never went live', back(), [earlier({ plan: 'called_off' })], null],
    ['not a starting point', back(), [earlier({ isStartingPoint: true })], null],
    ['not where one side is not written down', back({ from: ' ' }), [earlier()], null],
    ['not with nothing restored', back({ to: '' }), [earlier({ from: '' })], null],
    ['not where nothing changes', back({ from: 'Be warm. Sign with a name.' }), [earlier()], null],
  ])('%s', (_when, change, before, number) => expect(takenBackBy(change, before)).toBe(number))
})
