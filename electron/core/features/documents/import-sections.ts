import type { Document } from '../../../../shared/contract/documents.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { ImportReader } from '../../import/reader.ts'
import type { Changes } from '../changes/service.ts'
import type { Effects } from '../effects/service.ts'
import { type Publishing, wrongField } from './publishing.ts'
import type { DocumentsRepository, NewDocument } from './repository.ts'

type Needs = {
  repository: DocumentsRepository
  publishing: Publishing
  changes: Pick<Changes, 'record'>
  effects: Pick<Effects, 'settle'>
  reader: ImportReader
  insert: (document: NewDocument, field: string) => Document
  find: (id: number) => Document
}

/** An existing Foundation: looked into first, then published section by section as one change. */
export function createSectionImport(
  { commands, files }: Context,
  { publishing, changes, effects, reader, insert, find }: Needs,
): Pick<Handlers<'documents'>, 'previewImport' | 'importSections'> {
  const command = commands('documents')
  return {
    previewImport({ fileId }, { signal }) {
      const { path, name } = files.get(fileId)
      return reader.sections({ path, name }, signal)
    },
    importSections({ sections, ...approval }, { locale }) {
      const ids = command(() => {
        publishing.assertLiveOn(approval.liveOn, null, locale)
        publishing.assertApproved(approval, locale)
        const isStartingPoint = publishing.isStartingPoint(
          { kind: 'section', current: null },
          approval.liveOn,
        )
        if (sections.every(({ text }) => text.trim() === '')) {
          throw wrongField(
            'sections',
            'None of these sections has a text. Add one to them, then bring them in.',
          )
        }
        const named = sections.map(({ name, text }, index) => ({
          document: insert({ kind: 'section', workflowId: null, name }, `sections.${index}.name`),
          text: text.toWellFormed(),
        }))
        const change = changes.record({
          isStartingPoint,
          onDate: approval.liveOn,
          workflowIds: publishing.liveOn(approval.liveOn, 'pilot', 'production'),
          kind: 'foundation',
          what: `Foundation imported: ${named.length} ${named.length === 1 ? 'section' : 'sections'}`,
          from: '',
          to: named.map(({ document }) => document.name).join('\n'),
          why: approval.why,
          decidedBy: approval.decidedBy,
          approvedBy: approval.approvedBy,
          reverts: null,
          documentId: null,
          isAutomatic: false,
        })
        for (const { document, text } of named.filter(({ text }) => text.trim() !== '')) {
          const wording = { text, sectionIds: [] }
          publishing.insertVersion(document, wording, approval, { number: change.number, restoredFrom: null })
        }
        effects.settle(change.number, approval, null)
        return named.map(({ document }) => document.id)
      })
      return ids.map(find)
    },
  }
}
