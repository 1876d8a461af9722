import type { PairVerdict } from '../../../../shared/contract/model-tests/compare.ts'
import { verdictWords } from '../../../../shared/domain/model-tests/pair-verdicts.ts'
import type { Shortcut } from '../../../ui/keys/shortcut.ts'
import type { PairSide } from './judgement.ts'
import type { Judging } from './use-judging.ts'
import { words as say } from './words.ts'

/** What the keys of a comparison work on. */
export type OnCompare = {
  readonly judging: Judging
  readonly openNote: () => void
  readonly showKeys: () => void
  readonly turnPage: (by: 1 | -1) => void
  readonly focusPage: () => void
}

type Key = Shortcut<OnCompare>

/** While it is asked which side fails, a key names that side or does nothing: no verdict is given by mistake. */
const unlessAsking =
  (run: (on: OnCompare) => void, side?: PairSide): Key['run'] =>
  (on) => {
    if (!on.judging.isAskingSide) run(on)
    else if (side) on.judging.turnFailure(side)
  }

const verdict = (key: string, said: PairVerdict): Key => ({
  keys: [key],
  words: verdictWords[said],
  run: unlessAsking(
    ({ judging }) => judging.judge(said),
    said === 'left' || said === 'right' ? said : undefined,
  ),
})

/** Every key of a comparison, in the order of its work. */
export const compareKeys = {
  left: verdict('A', 'left'),
  equal: verdict('E', 'equal'),
  right: verdict('B', 'right'),
  both_bad: verdict('X', 'both_bad'),
  mustPass: {
    keys: ['M'],
    words: say.mustPassFailureThenA,
    run: ({ judging }) => judging.askSide(),
  },
  next: { keys: ['Enter'], words: say.nextPair, run: unlessAsking(({ judging }) => judging.next()) },
  nextInText: {
    keys: ['Mod+Enter'],
    words: say.nextPairAlsoFromInside,
    run: ({ judging }) => judging.next(),
  },
  back: { keys: ['←'], words: say.back, run: unlessAsking(({ judging }) => judging.go(-1), 'left') },
  skip: {
    keys: ['→'],
    words: say.onWithoutAVerdict,
    run: unlessAsking(({ judging }) => judging.go(1), 'right'),
  },
  page: {
    keys: ['PgUp', 'PgDn'],
    words: say.bothTextsAPageUp,
    mayRepeat: true,
    run: ({ turnPage }, printed) => turnPage(printed === 'PgUp' ? -1 : 1),
  },
  note: { keys: ['N'], words: say.note, run: unlessAsking(({ openNote }) => openNote()) },
  undo: { keys: ['Mod+Z'], words: say.undoTheLastVerdict, run: ({ judging }) => void judging.undo() },
  leave: {
    keys: ['Esc'],
    words: say.leaveTheNote,
    run({ judging, focusPage }) {
      judging.stopAsking()
      judging.saver.flush()
      focusPage()
    },
  },
  keys: {
    keys: ['?'],
    words: say.theseKeys,
    isAlwaysReady: true,
    run: unlessAsking(({ showKeys }) => showKeys()),
  },
} as const satisfies Readonly<Record<string, Key>>
