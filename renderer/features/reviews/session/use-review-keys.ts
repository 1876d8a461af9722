import { useEffect, useEffectEvent } from 'react'
import { useMenuCommands } from '../../../api/useMenuCommands.ts'
import { actionFor, type ItemAction, type KeyAction, type Place } from './review-keys.ts'
import {
  allMet,
  chooseIssueType,
  flip,
  judge,
  markOf,
  neighbourOf,
  nextView,
  reusedNote,
  stopsOf,
} from './review-steps.ts'
import type { ReviewSession } from './use-review-session.ts'

const verdictWords = { met: 'met', not_met: 'not met', not_applicable: 'doesn’t apply' } as const

type Options = {
  readonly session: ReviewSession
  readonly singleKeys: boolean
  /** Issue types on screen, each with its digit. */
  readonly issueTypes: readonly string[]
  readonly recentNotes: readonly string[]
  readonly openDialog: (dialog: 'replace' | 'keys') => void
  /** Scrolls the reading pane by a page. */
  readonly turnPage: (by: 1 | -1) => void
  readonly focusMinutes: () => void
  readonly focusScorecard: () => void
}

/** Listens to the keyboard for as long as the review is on screen. */
export function useReviewKeys(options: Options) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const action = readKey(event, options)
    if (!action) return
    // The digit that opens the minutes field is also the first one typed into it.
    if (action.type !== 'enter-minutes') event.preventDefault()
    perform(action, options)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    // Before the app's own keys, which leave alone what was taken here.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
  useMenuCommands((command) => {
    if (command === 'undo' && isMenuUndoOurs(options)) perform({ type: 'undo' }, options)
  })
}

/** In a text field Undo means the text, and in a dialog there is nothing to take back. */
function isMenuUndoOurs({ session }: Options): boolean {
  const place = placeOf(document.activeElement)
  return place !== 'line' && place !== 'text' && !isDialogOpen() && !session.isBusy
}

const isDialogOpen = () => document.querySelector('dialog[open]') !== null

function readKey(event: KeyboardEvent, { session, singleKeys, issueTypes }: Options) {
  const { review, cursor } = session
  return actionFor(
    {
      key: event.key,
      code: event.code,
      shift: event.shiftKey,
      command: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      isRepeat: event.repeat,
      isComposing: event.isComposing,
    },
    {
      place: placeOf(document.activeElement),
      group: cursor.group,
      measure: review.measure,
      standardCount: review.standards.length,
      issueTypeCount: issueTypes.length,
      singleKeys,
      isDialogOpen: isDialogOpen(),
      isLoading: session.isBusy,
    },
  )
}

/** Marked areas say what they are; where nothing has the focus, the scorecard has the keys. */
function placeOf(element: Element | null): Place {
  if (element === null || element === document.body) return 'scorecard'
  if (element instanceof HTMLTextAreaElement) return 'text'
  if (element instanceof HTMLSelectElement) return 'text'
  if (element instanceof HTMLInputElement) return element.type === 'radio' ? 'radio' : 'line'
  const area = element.closest('[data-key-area]')?.getAttribute('data-key-area')
  if (area !== 'scorecard' && area !== 'reading') return 'elsewhere'
  return element instanceof HTMLButtonElement || element instanceof HTMLAnchorElement ? 'button' : area
}

function perform(action: KeyAction, options: Options) {
  const { session } = options
  switch (action.type) {
    case 'enter-minutes':
      return options.focusMinutes()
    case 'finish':
      return session.finish()
    case 'go':
      return session.go(action.by)
    case 'page':
      return options.turnPage(action.by)
    case 'view':
      return session.setView(nextView(session.cursor.view))
    case 'undo':
      if (session.canUndo) void session.undo()
      return
    case 'leave-field':
      session.settleTyping()
      return options.focusScorecard()
    case 'more-types':
      return session.showAllTypes()
    case 'replace':
    case 'keys':
      return options.openDialog(action.type)
    case 'ignore':
      return
    default:
      return performOnItem(action, options)
  }
}

function performOnItem(action: ItemAction, options: Options) {
  const { session, issueTypes, recentNotes } = options
  const { item, cursor, review } = session
  if (!item) return
  const issue = cursor.group === 'issue' ? cursor.standardId : null
  switch (action.type) {
    case 'all-met':
      session.announce('All met.')
      return session.chooseAndGoOn(allMet(item, review.standards))
    case 'flip':
    case 'not-applicable': {
      const standard = review.standards[action.index]
      if (!standard) return
      const patch =
        action.type === 'flip' ? flip(item, standard.id) : judge(item, standard.id, 'not_applicable')
      const verdict = patch.marks?.[0]?.verdict
      if (verdict) session.announce(`${standard.name}: ${verdictWords[verdict]}.`)
      return session.chooseAndGoOn(patch)
    }
    case 'issue-type': {
      const type = issueTypes[action.index]
      if (type === undefined || issue === null) return
      session.announce(`${type}.`)
      return session.chooseAndGoOn(chooseIssueType(item, issue, type, review.sections))
    }
    case 'rate':
      session.announce(`Satisfaction ${action.value}.`)
      return session.rate(action.value)
    case 'flag':
      session.announce(item.isFlagged ? 'Flag removed.' : 'Flagged.')
      return session.choose({ isFlagged: !item.isFlagged })
    case 'note':
      return session.openNote(issue)
    case 'reuse-note': {
      const current = issue === null ? item.note : markOf(item, issue).note
      const note = reusedNote(current, recentNotes)
      if (note === null) return
      session.announce(`Note: ${note}`)
      return session.choose(issue === null ? { note } : { marks: [{ ...markOf(item, issue), note }] })
    }
    case 'group': {
      const stops = stopsOf(item, review.standards, item.note !== '' || cursor.group === 'note')
      return session.landOn(neighbourOf(stops, cursor, action.by))
    }
  }
}
