import type { Group } from '../../../../shared/contract/reviews/reviews.ts'
import type { Shortcut } from '../../../ui/keys/shortcut.ts'
import {
  allMet as allMetPatch,
  asksMinutes,
  chooseIssueType,
  flip,
  judge,
  markOf,
  neighbourOf,
  nextStop,
  nextView,
  reusedNote,
  stopsOf,
  withPatch,
} from './review-steps.ts'
import type { ReviewSession } from './use-review-session.ts'
import { words as say } from './words.ts'

/** What the keys of a review work on. */
export type OnReview = {
  readonly session: ReviewSession
  readonly recentNotes: readonly string[]
  readonly openDialog: (dialog: 'replace' | 'keys') => void
  /** Scrolls the reading pane by a page. */
  readonly turnPage: (by: 1 | -1) => void
  readonly focusMinutes: () => void
  readonly focusScorecard: () => void
}

type Key = Shortcut<OnReview>

const verdictWords = { met: 'met', not_met: say.notMet, not_applicable: say.doesntApply } as const

const issueOf = ({ cursor }: ReviewSession) => (cursor.group === 'issue' ? cursor.standardId : null)

function judgeStandard({ session }: OnReview, index: number, how: 'flip' | 'not_applicable') {
  const { item, review } = session
  const standard = review.standards[index]
  if (!item || !standard) return
  const patch = how === 'flip' ? flip(item, standard.id) : judge(item, standard.id, how)
  const verdict = patch.marks?.[0]?.verdict
  if (verdict) session.announce(`${standard.name}: ${verdictWords[verdict]}.`)
  session.chooseAndGoOn(patch)
}

/** Also a type that is folded away: what a digit means never moves. */
function chooseType({ session }: OnReview, index: number) {
  const type = session.review.issueTypes[index]
  const issue = issueOf(session)
  if (!session.item || type === undefined || issue === null) return
  session.announce(`${type}.`)
  session.chooseAndGoOn(chooseIssueType(session.item, issue, type, session.review.sections))
}

function rate({ session }: OnReview, value: number) {
  if (value > 5) return
  session.announce(say.satisfaction(value))
  session.rate(value)
}

/** A digit means what the active group prints beside it; anything else is swallowed, never guessed. */
const digits: Readonly<Record<Group, (on: OnReview, digit: number) => void>> = {
  standards: (on, digit) => judgeStandard(on, digit - 1, 'flip'),
  issue: (on, digit) => chooseType(on, digit - 1),
  satisfaction: rate,
  editing: (on) => asksMinutes(on.session.review) && on.focusMinutes(),
  note: () => undefined,
}

/** Met for the rest; says where a digit goes from here. */
export function markAllMet(session: ReviewSession) {
  const { item, review } = session
  if (!item) return
  const patch = allMetPatch(item, review.standards)
  session.announce(say.allMetNow[nextStop(withPatch(item, patch), review.standards).group])
  session.chooseAndGoOn(patch)
}

const digitOf = (printed: string) => Number(printed.at(-1))

const allMet: Key = {
  keys: ['A'],
  words: say.allStandardsMet,
  run({ session }) {
    markAllMet(session)
  },
}
const digit: Key = {
  keys: ['1', '9'],
  words: say.notMetOrChooseIn,
  // The digit that opens the minutes field is also the first one typed into it.
  isTyped: (on) => on.session.cursor.group === 'editing' && asksMinutes(on.session.review),
  run: (on, printed) => digits[on.session.cursor.group](on, digitOf(printed)),
}
const notApplicable: Key = {
  keys: ['Shift+1', 'Shift+9'],
  words: say.doesntApply2,
  run(on, printed) {
    if (on.session.cursor.group === 'standards') judgeStandard(on, digitOf(printed) - 1, 'not_applicable')
  },
}
const moreTypes: Key = {
  keys: ['0'],
  words: say.moreTypesOfIssue,
  isTyped: digit.isTyped as NonNullable<Key['isTyped']>,
  run(on) {
    if (on.session.cursor.group === 'issue') on.session.showAllTypes()
    else if (on.session.cursor.group === 'editing') digits.editing(on, 0)
  },
}
const group: Key = {
  keys: ['↑', '↓'],
  words: say.previousAndNextGroup,
  run({ session }, printed) {
    const { item, cursor, review } = session
    if (!item) return
    const stops = stopsOf(item, review.standards, item.note !== '' || cursor.group === 'note')
    session.landOn(neighbourOf(stops, cursor, printed === '↑' ? -1 : 1))
  },
}
const finish: Key = { keys: ['Enter'], words: say.saveAndNext, run: ({ session }) => session.finish() }
const finishInText: Key = {
  keys: ['Mod+Enter'],
  words: say.saveAndNextAlsoFrom,
  run: finish.run,
}
const back: Key = { keys: ['←'], words: say.back, run: ({ session }) => session.go(-1) }
const skip: Key = { keys: ['→'], words: say.onWithoutFinishing, run: ({ session }) => session.go(1) }
const replace: Key = {
  keys: ['S'],
  words: say.cantJudgeAReserveTakes,
  run: ({ openDialog }) => openDialog('replace'),
}
const flag: Key = {
  keys: ['F'],
  words: say.flag,
  run({ session }) {
    if (!session.item) return
    session.announce(session.item.isFlagged ? say.flagRemoved : 'Flagged.')
    session.choose({ isFlagged: !session.item.isFlagged })
  },
}
const note: Key = {
  keys: ['N'],
  words: say.note,
  run: ({ session }) => session.openNote(issueOf(session)),
}
const reuseNote: Key = {
  keys: ['R'],
  words: say.toUseARecentNoteAgain,
  run({ session, recentNotes }) {
    const { item } = session
    if (!item) return
    const issue = issueOf(session)
    const text = reusedNote(issue === null ? item.note : markOf(item, issue).note, recentNotes)
    if (text === null) return
    session.announce(`Note: ${text}`)
    session.choose(issue === null ? { note: text } : { marks: [{ ...markOf(item, issue), note: text }] })
  },
}
const undo: Key = {
  keys: ['Mod+Z'],
  words: say.undoTheLastAction,
  run({ session }) {
    if (session.canUndo) void session.undo()
  },
}
const leaveField: Key = {
  keys: ['Esc'],
  words: say.leaveAField,
  run({ session, focusScorecard }) {
    const { item, cursor, review } = session
    session.settleTyping()
    // A note ends a group, so that the next digit means what is asked next.
    if (item && (cursor.group === 'issue' || cursor.group === 'note')) {
      session.landOn(nextStop(item, review.standards))
    } else focusScorecard()
  },
}
const keys: Key = { keys: ['?'], words: say.theseKeys, run: ({ openDialog }) => openDialog('keys') }
const view: Key = {
  keys: ['V'],
  words: say.changeTheView,
  run: ({ session }) => session.setView(nextView(session.cursor.view)),
}
const page: Key = {
  keys: ['PgUp', 'PgDn'],
  words: say.aPageUpAndDown,
  mayRepeat: true,
  run: ({ turnPage }, printed) => turnPage(printed === 'PgUp' ? -1 : 1),
}
const space: Key = {
  keys: ['Space', 'Shift+Space'],
  words: say.aPageDownWithShift,
  mayRepeat: true,
  run: ({ turnPage }, printed) => turnPage(printed === 'Space' ? 1 : -1),
}

/** Every key of a review, in the order of its work. */
export const judgingKeys = {
  ...{ allMet, digit, notApplicable, moreTypes, group, finish, finishInText, back, skip, replace, flag },
  ...{ note, reuseNote },
} as const

export const readingKeys = { view, page, space } as const

export const sessionKeys = { undo, leaveField, keys } as const

/** As the list of keys shows them. */
export const keyGroups: readonly { readonly title: string; readonly shortcuts: readonly Key[] }[] = [
  { title: say.inAReview, shortcuts: Object.values(judgingKeys) },
  { title: say.readingInAReview, shortcuts: Object.values(readingKeys) },
  { title: say.atAnyTime, shortcuts: Object.values(sessionKeys) },
]

/** What is listed is listened to. */
export const reviewShortcuts: readonly Key[] = keyGroups.flatMap(({ shortcuts }) => shortcuts)
