import type { Answer } from '../../../../shared/contract/foundation-reviews.ts'
import type { Shortcut } from '../../../ui/keys/shortcut.ts'
import type { FoundationSession } from './use-foundation-session.ts'
import { words as say } from './words.ts'

/** What the keys of a Foundation review work on. */
export type OnFoundation = {
  readonly session: FoundationSession
  readonly showKeys: () => void
  readonly focusPage: () => void
}

type Key = Shortcut<OnFoundation>

const answer = (key: string, words: string, said: Answer): Key => ({
  keys: [key],
  words,
  run: ({ session }) => session.answer(said, true),
})

/** Every key of a Foundation review, in the order of its work. */
export const foundationKeys = {
  yes: answer('Y', say.yesStillTrue, 'yes'),
  change: answer('C', say.needsChange, 'change'),
  unsure: answer('U', say.notSure, 'unsure'),
  park: {
    keys: ['P'],
    words: say.parkTheSectionComesBack,
    run: ({ session }) => session.park(),
  },
  next: { keys: ['Enter'], words: say.nextSection, run: ({ session }) => session.next() },
  nextInText: {
    keys: ['Mod+Enter'],
    words: say.nextSectionAlsoFromInside,
    run: ({ session }) => session.next(),
  },
  back: { keys: ['←'], words: say.back, run: ({ session }) => session.go(-1) },
  skip: { keys: ['→'], words: say.onWithoutFinishing, run: ({ session }) => session.go(1) },
  undo: { keys: ['Mod+Z'], words: say.undoTheLastAnswer, run: ({ session }) => void session.undo() },
  leaveField: {
    keys: ['Esc'],
    words: say.leaveAField,
    run({ session, focusPage }) {
      session.settleTyping()
      focusPage()
    },
  },
  keys: { keys: ['?'], words: say.theseKeys, run: ({ showKeys }) => showKeys() },
} as const satisfies Readonly<Record<string, Key>>
