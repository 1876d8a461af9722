import type { Document, Draft } from '../../../../shared/contract/documents.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Bin } from '../bin/service.ts'
import { draftEvidence } from './evidence.ts'
import { wrongField } from './publishing.ts'
import type { DocumentsRepository } from './repository.ts'
import { distinct, type Wording } from './rows.ts'

const kept = 'What you typed is still here: compare, then save again.'

/** The one draft a document may have, saved while it is typed. */
export function createDrafts(
  { commands, clock }: Context,
  repository: DocumentsRepository,
  find: (id: number) => Document,
  bin: Pick<Bin, 'keep' | 'hold'>,
) {
  const command = commands('documents')
  function assertLatest(draft: Draft | null, rev: number | null) {
    if ((draft?.rev ?? null) === rev) return
    throw new AppError(
      'CONFLICT',
      draft
        ? `This draft was saved in another window first. ${kept}`
        : `This draft was published or discarded in another window. ${kept}`,
    )
  }

  /** Inside the caller's transaction. */
  function keep(document: Document, { text, sectionIds }: Wording): Draft {
    const draws = distinct(sectionIds)
    if (draws.length > 0 && (document.kind !== 'prompt' || !repository.areSections(draws))) {
      throw wrongField('sectionIds', 'A prompt draws on Foundation sections only. Choose them again.')
    }
    const draft = { text: text.toWellFormed(), sectionIds: draws, savedAt: clock.now() }
    // The place of a save in the log is its revision: no later draft of this document can have it again.
    const rev = command.log({
      action: 'save_draft',
      entity: 'document',
      entityId: document.id,
      before: draftEvidence(document.draft),
      after: draftEvidence({ ...draft, rev: 0 }),
    })
    repository.saveDraft(document.id, { ...draft, rev })
    return { ...draft, rev }
  }

  bin.hold('draft', {
    clash: (name) => `${name} has another draft now. Publish or discard that one, then put this one back.`,
    back: (id) =>
      void command.log({
        action: 'put_back',
        entity: 'document',
        entityId: id,
        before: null,
        after: draftEvidence(find(id).draft),
      }),
  })

  const saveDraft: Handlers<'documents'>['saveDraft'] = ({ id, rev, ...wording }) => {
    return command(() => {
      const document = find(id)
      assertLatest(document.draft, rev)
      return keep(document, wording)
    })
  }

  const discardDraft: Handlers<'documents'>['discardDraft'] = ({ id }) => {
    command(() => {
      const { name, draft } = find(id)
      if (!draft) return
      bin.keep({ kind: 'draft', entityId: id, name }, () => repository.removeDraft(id))
      command.log({
        action: 'discard_draft',
        entity: 'document',
        entityId: id,
        before: draftEvidence(draft),
        after: null,
      })
    })
    return null
  }

  return { keep, saveDraft, discardDraft }
}
