import { useEffect, useEffectEvent } from 'react'
import { actionFor, type KeyAction, type Place } from './review-keys.ts'
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
  readonly isDialogOpen: boolean
  /** Issue types and notes as they stood when the output was opened: keys must not move under the fingers. */
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
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

function readKey(event: KeyboardEvent, { session, singleKeys, isDialogOpen, issueTypes }: Options) {
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
      isDialogOpen,
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
    case 'all-met':
    case 'flip':
    case 'not-applicable':
    case 'issue-type':
    case 'rate':
    case 'flag':
    case 'note':
    case 'reuse-note':
    case 'group':
      return performOnItem(action, options)
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
      session.drafts.flush()
      return options.focusScorecard()
    case 'replace':
    case 'keys':
      return options.openDialog(action.type)
    case 'ignore':
      return
  }
}

type ItemAction = Extract<
  KeyAction,
  {
    type:
      | 'all-met'
      | 'flip'
      | 'not-applicable'
      | 'issue-type'
      | 'rate'
      | 'flag'
      | 'note'
      | 'reuse-note'
      | 'group'
  }
>

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
      return session.chooseAndGoOn(chooseIssueType(item, issue, type))
    }
    case 'rate':
      session.announce(`Satisfaction ${action.value}.`)
      return session.choose(
        { satisfaction: action.value },
        { group: 'editing', standardId: null },
      )
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
