import type { Document, Draft } from '../../../../shared/contract/documents.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { write } from '../../db/write.ts'
import type { Handlers } from '../../handlers.ts'
import { draftEvidence } from './evidence.ts'
import { wrongField } from './publishing.ts'
import type { DocumentsRepository } from './repository.ts'
import { distinct, type Wording } from './rows.ts'

const kept = 'What you typed is still here: compare, then save again.'

export type Drafts = ReturnType<typeof createDrafts>

/** The one draft a document may have, saved while it is typed. */
export function createDrafts(
  { db, audit, clock, events }: Context,
  repository: DocumentsRepository,
  find: (id: number) => Document,
) {
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
    const rev = audit.append({
      actor: 'owner',
      action: 'save_draft',
      entity: 'document',
      entityId: document.id,
      before: draftEvidence(document.draft),
      after: draftEvidence({ ...draft, rev: 0 }),
    })
    repository.saveDraft(document.id, { ...draft, rev })
    return { ...draft, rev }
  }

  const saveDraft: Handlers<'documents'>['saveDraft'] = ({ id, rev, ...wording }) => {
    const draft = write(db, () => {
      const document = find(id)
      assertLatest(document.draft, rev)
      return keep(document, wording)
    })
    events.changed('documents', 'foundationReviews')
    return draft
  }

  const discardDraft: Handlers<'documents'>['discardDraft'] = ({ id }) => {
    write(db, () => {
      const { draft } = find(id)
      if (!draft) return
      repository.removeDraft(id)
      audit.append({
        actor: 'owner',
        action: 'discard_draft',
        entity: 'document',
        entityId: id,
        before: draftEvidence(draft),
        after: null,
      })
    })
    events.changed('documents', 'foundationReviews')
    return null
  }

  return { keep, saveDraft, discardDraft }
}
