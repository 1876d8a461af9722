import {
  Check,
  type StandardInput,
  type StandardInputFields,
} from '../../../shared/contract/standard-inputs.ts'
import { parseNumber } from '../../../shared/domain/format.ts'
import { words } from './words.ts'

/** A check as it is typed; `key` tells it apart while others come and go. */
export type CheckDraft = { key: string; kind: Check['kind']; value: string }

/** A standard input as it is typed: tags in one line, parted by commas. */
export type InputDraft = {
  name: string
  text: string
  reference: string
  tags: string
  mustNotFail: boolean
  checks: readonly CheckDraft[]
}

export type InputProblems = Readonly<Record<string, string>>

export const emptyDraft: InputDraft = {
  name: '',
  text: '',
  reference: '',
  tags: '',
  mustNotFail: false,
  checks: [],
}

export const newCheck = (): CheckDraft => ({ key: crypto.randomUUID(), kind: 'contains', value: '' })

/** A stored input as it is shown for changing. */
export function draftOf({ name, text, reference, tags, mustNotFail, checks }: StandardInput): InputDraft {
  return {
    ...{ name, text, reference, mustNotFail },
    tags: tags.join(', '),
    checks: checks.map((check) => ({
      key: crypto.randomUUID(),
      kind: check.kind,
      value: check.kind === 'json' ? '' : String(check.value),
    })),
  }
}

/** The fields to store. Only for a draft without problems. */
export function fieldsOf(draft: InputDraft, locale: string): StandardInputFields {
  const { name, text, reference, mustNotFail } = draft
  return {
    ...{ name, text, reference, mustNotFail },
    tags: tagsOf(draft.tags),
    checks: draft.checks.map((check) => Check.parse(checkOf(check, locale))),
  }
}

/** What is missing or cannot be read, by field; a check is `checks.<index>.value`. */
export function problemsOf(draft: InputDraft, locale: string): InputProblems {
  const problems: Record<string, string> = {}
  if (draft.name.trim() === '') problems.name = words.enterAShortName
  if (draft.text.trim() === '') problems.text = words.enterTheInputAsThe
  const tags = tagsOf(draft.tags)
  if (tags.length > 12) problems.tags = words.keepItTo12Tags
  if (tags.some((tag) => tag.length > 40)) problems.tags = words.keepATagTo40
  draft.checks.forEach((check, index) => {
    const issue = Check.safeParse(checkOf(check, locale)).error?.issues[0]
    if (issue) problems[`checks.${index}.value`] = problemOf(check.kind, issue.message)
  })
  return problems
}

const problemOf = (kind: Check['kind'], message: string) =>
  kind === 'words_at_most' ? words.enterAWholeNumberOf : message

function checkOf({ kind, value }: CheckDraft, locale: string) {
  if (kind === 'json') return { kind }
  return { kind, value: kind === 'words_at_most' ? parseNumber(value, locale) : value }
}

function tagsOf(typed: string): string[] {
  const tags = typed.split(/[,;]/).map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
