import type { Document } from '../../../../shared/contract/documents.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { linesOf, type TextBlock } from './blocks.ts'

type Origin = { company: string; today: Day; locale: string }

/** The Foundation as it is in force: every section with its version, its date and who stands behind it. */
export function foundationBlocks(
  sections: readonly Document[],
  { company, today, locale }: Origin,
): TextBlock[] {
  return [
    { kind: 'title', text: `${company}: Foundation` },
    {
      kind: 'about',
      text: `As it was in force on ${formatDay(today, locale)}. The version of each section stands under its name.`,
    },
    ...sections.flatMap((section): TextBlock[] => [
      { kind: 'heading', text: section.name },
      { kind: 'about', text: standing(section, locale) },
      ...(section.current ? [{ kind: 'text' as const, text: section.current.text }] : []),
    ]),
  ]
}

function standing({ current, lastVerifiedOn, lastVerifiedBy }: Document, locale: string): string {
  if (!current) return 'Not written yet.'
  const approved = current.approvedBy === '' ? '' : `, approved by ${current.approvedBy}`
  const by = lastVerifiedBy ? ` by ${lastVerifiedBy}` : ''
  const checked = lastVerifiedOn === null ? '' : ` Last checked on ${formatDay(lastVerifiedOn, locale)}${by}.`
  return `Version ${current.number}, in force since ${formatDay(current.liveOn, locale)}${approved}.${checked}`
}

const marks = { title: '# ', heading: '## ', text: '' } as const

/** The same as Markdown; a wording stays as it was written. */
export function markdown(blocks: readonly TextBlock[]): string {
  const parts = blocks.map(({ kind, text }) => {
    const lines = linesOf(text).join('\n')
    return kind === 'about' ? `_${lines}_` : `${marks[kind]}${lines}`
  })
  return `${parts.join('\n\n')}\n`
}
