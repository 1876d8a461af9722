import type { Mark, Verdict } from '../../../../shared/contract/reviews/item-state.ts'
import type {
  Cursor,
  Group,
  ItemPatch,
  Review,
  ReviewItem,
} from '../../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../../shared/contract/workflows.ts'
import { measures } from '../../../../shared/domain/figures/measures/index.ts'
import { sectionOfIssue, typesOfStandard } from '../../../../shared/domain/reviews/issue-types.ts'
import { missingIn } from '../../../../shared/domain/reviews/judgement.ts'

/** A place on the scorecard; `standardId` names the standard an issue belongs to. */
export type Stop = { readonly group: Group; readonly standardId: number | null }

/** Where the editing figure stands, and where minutes are typed. */
export const editingStop: Stop = { group: 'editing', standardId: null }

/** Whether a review asks the minutes of each output: by its measure, or because its lines are not found yet. */
export const asksMinutes = ({ measure, targetLine }: Pick<Review, 'measure' | 'targetLine'>) =>
  measures[measure].asks === 'minutes' || targetLine === null

/** Something still to be said of an output, and the place on the scorecard to say it. */
export type Missing = Stop & { readonly message: string }

type Judged = Pick<ReviewItem, 'marks' | 'satisfaction' | 'note'>

const emptyMark = (standardId: number): Mark => ({
  standardId,
  verdict: null,
  issueType: null,
  section: null,
  sectionId: null,
  note: '',
})

/** The mark of a standard; an empty one where none is stored yet. */
export function markOf(item: Pick<ReviewItem, 'marks'>, standardId: number): Mark {
  return item.marks.find((mark) => mark.standardId === standardId) ?? emptyMark(standardId)
}

/** The standards an output does not meet, in the order of the scorecard. */
export function notMet(item: Pick<ReviewItem, 'marks'>, standards: readonly Standard[]): Standard[] {
  return standards.filter(({ id }) => markOf(item, id).verdict === 'not_met')
}

/** The item as it stands with `patch` applied; the marks of a patch are only those that changed. */
export function withPatch<Item extends ReviewItem>(item: Item, patch: ItemPatch): Item {
  const { marks, ...rest } = patch
  if (!marks) return { ...item, ...rest }
  const changed = new Set(marks.map((mark) => mark.standardId))
  return {
    ...item,
    ...rest,
    marks: [...item.marks.filter((mark) => !changed.has(mark.standardId)), ...marks],
  }
}

/** One patch that says what both say, the later one where they differ. */
export function mergePatches(first: ItemPatch, second: ItemPatch): ItemPatch {
  const marks = new Map<number, Mark>()
  for (const mark of [...(first.marks ?? []), ...(second.marks ?? [])]) marks.set(mark.standardId, mark)
  return { ...first, ...second, ...(marks.size > 0 ? { marks: [...marks.values()] } : {}) }
}

/** Every place Up and Down can go to, top to bottom. */
export function stopsOf(item: Judged, standards: readonly Standard[], isNoteOpen: boolean): Stop[] {
  const issues = notMet(item, standards).map(({ id }) => ({ group: 'issue' as const, standardId: id }))
  const rest = ['satisfaction', 'editing', ...(isNoteOpen ? (['note'] as const) : [])] as const
  return [
    { group: 'standards', standardId: null },
    ...issues,
    ...rest.map((group) => ({ group, standardId: null })),
  ]
}

/** The place above or below; the same one at either end. */
export function neighbourOf(stops: readonly Stop[], at: Stop, by: 1 | -1): Stop {
  const isHere = (stop: Stop) =>
    stop.group === at.group && (at.group !== 'issue' || stop.standardId === at.standardId)
  const index = stops.findIndex(isHere)
  return stops[Math.min(stops.length - 1, Math.max(0, index + by))] ?? at
}

/** Where judging goes on: standards, then issues without a type, then satisfaction, then editing. */
export function nextStop(item: Judged, standards: readonly Standard[]): Stop {
  const isJudged = standards.every(({ id }) => markOf(item, id).verdict !== null)
  if (!isJudged) return { group: 'standards', standardId: null }
  const untyped = notMet(item, standards).find(({ id }) => markOf(item, id).issueType === null)
  if (untyped) return { group: 'issue', standardId: untyped.id }
  return { group: item.satisfaction === null ? 'satisfaction' : 'editing', standardId: null }
}

/** What must be said before an output counts as done, in the order of the scorecard. */
export function missingStops(item: Judged, standards: readonly Standard[]): Missing[] {
  return missingIn(item, standards).map(({ field = '', message }) => {
    const [kind, standardId] = field.split(':')
    return { group: kind === 'issue' ? 'issue' : 'standards', standardId: Number(standardId), message }
  })
}

/** Where a link from Check your answers opens an output: at its first gap, a finished one at its standards. */
export function firstStop(item: Judged & Pick<ReviewItem, 'isDone'>, standards: readonly Standard[]): Stop {
  if (item.isDone) return { group: 'standards', standardId: null }
  const isBegun = standards.some(({ id }) => markOf(item, id).verdict !== null)
  const [missing] = isBegun ? missingStops(item, standards) : []
  return missing ? { group: missing.group, standardId: missing.standardId } : nextStop(item, standards)
}

/** `A`: met for every standard not judged yet; for all of them when none is left to judge. */
export function allMet(item: Judged, standards: readonly Standard[]): ItemPatch {
  const unjudged = standards.filter(({ id }) => markOf(item, id).verdict === null)
  const changing = unjudged.length > 0 ? unjudged : standards
  return { marks: changing.map(({ id }) => ({ ...emptyMark(id), verdict: 'met' })) }
}

/** A verdict for one standard. An issue belongs to Not met, so it goes with it. */
export function judge(item: Judged, standardId: number, verdict: Verdict): ItemPatch {
  const mark = verdict === 'not_met' ? markOf(item, standardId) : emptyMark(standardId)
  return { marks: [{ ...mark, verdict }] }
}

/** A digit: Not met, and pressed again Met. */
export function flip(item: Judged, standardId: number): ItemPatch {
  return judge(item, standardId, markOf(item, standardId).verdict === 'not_met' ? 'met' : 'not_met')
}

/** What missed; the Foundation section it usually points to comes with it, where there is one. */
export function chooseIssueType(
  item: Judged,
  standardId: number,
  issueType: string,
  sections: readonly string[],
): ItemPatch {
  const section = sectionOfIssue(issueType, sections)
  return { marks: [{ ...markOf(item, standardId), issueType, section }] }
}

/** `R`: the newest note used lately, and pressed again the one before; null when there is none. */
export function reusedNote(current: string, recentNotes: readonly string[]): string | null {
  const next = recentNotes[(recentNotes.indexOf(current) + 1) % Math.max(1, recentNotes.length)]
  return next === undefined || next === current ? null : next
}

const views = ['changes', 'ai', 'final', 'side_by_side'] as const satisfies readonly Cursor['view'][]

/** The next reading view; without a final version there is only the AI version. */
export function nextView(view: Cursor['view']): Cursor['view'] {
  return views[(views.indexOf(view) + 1) % views.length] ?? 'changes'
}

const firstTypes = 5
/** As many as there are digits. */
const mostTypes = 9

/** An issue type with the digit that always means it. */
export type TypeChoice = { readonly type: string; readonly digit: number }

/** The issue types of a standard first, then the others, with the one that is chosen; all once they were asked for. */
export function typesOnScreen(
  all: readonly string[],
  standardName: string,
  chosen: string | null,
  showsAll: boolean,
): TypeChoice[] {
  const own = new Set(typesOfStandard(standardName))
  const numbered = all.slice(0, mostTypes).map((type, index) => ({ type, digit: index + 1 }))
  const ordered = numbered.toSorted((a, b) => Number(own.has(b.type)) - Number(own.has(a.type)))
  if (showsAll) return ordered
  const first = ordered.slice(0, firstTypes)
  return [...first, ...ordered.slice(firstTypes).filter(({ type }) => type === chosen)]
}
