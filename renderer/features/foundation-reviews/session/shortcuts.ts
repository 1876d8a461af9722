import type { Answer } from '../../../../shared/contract/foundation-reviews.ts'
import type { Shortcut } from '../../../ui/keys/shortcut.ts'
import type { FoundationSession } from './use-foundation-session.ts'

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
  yes: answer('Y', 'Yes, still true', 'yes'),
  change: answer('C', 'Needs change', 'change'),
  unsure: answer('U', 'Not sure', 'unsure'),
  park: {
    keys: ['P'],
    words: 'Park: the section comes back at the end',
    run: ({ session }) => session.park(),
  },
  next: { keys: ['Enter'], words: 'Next section', run: ({ session }) => session.next() },
  nextInText: {
    keys: ['Mod+Enter'],
    words: 'Next section, also from inside a text',
    run: ({ session }) => session.next(),
  },
  back: { keys: ['←'], words: 'Back', run: ({ session }) => session.go(-1) },
  skip: { keys: ['→'], words: 'On without finishing', run: ({ session }) => session.go(1) },
  undo: { keys: ['Mod+Z'], words: 'Undo the last answer', run: ({ session }) => void session.undo() },
  leaveField: {
    keys: ['Esc'],
    words: 'Leave a field',
    run({ session, focusPage }) {
      session.settleTyping()
      focusPage()
    },
  },
  keys: { keys: ['?'], words: 'These keys', run: ({ showKeys }) => showKeys() },
} as const satisfies Readonly<Record<string, Key>>
