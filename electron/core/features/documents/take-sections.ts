import type { Document } from '../../../../shared/contract/documents.ts'
import { matchSections } from '../../../../shared/domain/foundation/match-sections.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Publishing } from './publishing.ts'
import type { DocumentsRepository, NewDocument } from './repository.ts'
import type { Writing } from './writing.ts'

type Needs = {
  publishing: Publishing
  writing: Writing
  insert: (document: NewDocument, field: string) => Document
  find: (id: number) => Document
}

/** A newer document against the Foundation that is there: compared first, then taken section by section. */
export function createTakeSections(
  { commands }: Pick<Context, 'commands'>,
  repository: DocumentsRepository,
  { publishing, writing, insert, find }: Needs,
): Pick<Handlers<'documents'>, 'compareSections' | 'takeSections'> {
  const command = commands('documents')
  return {
    compareSections({ sections }) {
      const existing = repository.list(null).map(({ id, name, current }) => ({
        id,
        name,
        text: current?.text ?? '',
        version: current && { number: current.number, liveOn: current.liveOn },
      }))
      const matches = matchSections(sections, existing)
      return { existing, matches: matches.map((at) => (at === null ? null : (existing[at]?.id ?? null))) }
    },
    takeSections({ sections, signalIds, actionIds, ...approval }, { locale }) {
      return command(() =>
        sections.map(({ documentId, name, text }, index) => {
          const document =
            documentId === null
              ? insert({ kind: 'section', workflowId: null, name }, `sections.${index}.name`)
              : find(documentId)
          const wording = { text: text.toWellFormed(), sectionIds: document.current?.sectionIds ?? [] }
          // What led to all of them is closed by the first.
          const causes = index === 0 ? { signalIds, actionIds } : {}
          const what = publishing.nextName(document, text, approval.liveOn)
          const { change } = writing.makeNext(document, wording, { ...approval, ...causes, what }, locale)
          return { documentId: document.id, changeNumber: change.number }
        }),
      )
    },
  }
}
