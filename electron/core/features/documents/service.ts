import type { Document, Version } from '../../../../shared/contract/documents.ts'
import { assembledPrompt } from '../../../../shared/domain/foundation/assembled-prompt.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { ImportReader } from '../../import/reader.ts'
import type { Bin } from '../bin/service.ts'
import type { Changes } from '../changes/service.ts'
import type { Effects } from '../effects/service.ts'
import type { Findings } from '../findings/service.ts'
import type { People } from '../people/service.ts'
import type { Releases } from '../releases/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { createAttention } from './attention.ts'
import { createDrafts } from './drafts.ts'
import { documentEvidence } from './evidence.ts'
import { createGuard } from './guard.ts'
import { createSectionImport } from './import-sections.ts'
import { createLiveCheck } from './live-check.ts'
import { createPublishing, type Publishing, wrongField } from './publishing.ts'
import { createDocumentsRepository, type NewDocument } from './repository.ts'
import { withBeginnings } from './rows.ts'
import { searchTexts } from './search.ts'
import { createTakeSections } from './take-sections.ts'
import { createWriting } from './writing.ts'

type Needs = {
  changes: Pick<Changes, 'record' | 'find' | 'say'>
  effects: Pick<Effects, 'settle' | 'details' | 'waitingChanges'>
  workflows: Workflows
  releases: Releases
  findings: Findings
  people: Pick<People, 'assertHere' | 'know' | 'hold'>
  bin: Pick<Bin, 'keep' | 'hold'>
  reader: ImportReader
}

export type Documents = Handlers<'documents'> & {
  /** The Foundation's sections in their order. */
  sections: () => Document[]
  /** NOT_FOUND where there is none. */
  find: (id: number) => Document
  version: (id: number) => Version | undefined
  /** The workflows a new wording would act on today. */
  concerned: (id: number) => number[]
  /** Records that a version is still true, inside the caller's transaction. */
  confirm: (id: number, versionId: number, said: { on: Day; by: string }) => void
  /**
   * Makes a vendor and model the next version of a workflow's model, inside the caller's transaction. The number
   * of the change, the latest one where the model is this already; null where no model was ever published.
   */
  publishModel: Publishing['publishModel']
  goLive: ReturnType<typeof createWriting>['goLive']
  assertApproved: Publishing['assertApproved']
  attention: AttentionSource
}

const kindNames = { section: 'section', prompt: 'prompt', model: 'model' } as const

/** Foundation sections, prompts and models under version control. */
export function createDocuments(context: Context, needs: Needs): Documents {
  const { db, clock } = context
  const command = context.commands('documents')
  const { workflows, people } = needs
  const repository = createDocumentsRepository(db)
  people.hold({
    kind: 'section',
    entity: 'document',
    field: 'verifier',
    ...repository.verifiers,
    log: command.log,
  })

  function find(id: number): Document {
    const document = repository.get(id)
    if (!document) throw new AppError('NOT_FOUND', 'That document is not here.')
    return document
  }

  function log(action: string, before: Document | null, id: number): Document {
    const after = find(id)
    command.log({
      action,
      entity: 'document',
      entityId: id,
      before: before && documentEvidence(before),
      after: documentEvidence(after),
    })
    return after
  }

  function assertNameIsFree(document: NewDocument, id: number | null, field = 'name') {
    const taken = repository.idOfName(document)
    if (taken === undefined || taken === id) return
    const kind = kindNames[document.kind]
    throw wrongField(field, `There is already a ${kind} called ${document.name}. Choose another name.`)
  }

  /** A workflow runs on one prompt and one model, so that a release has one of each. */
  function assertPlace({ kind, workflowId }: NewDocument) {
    if ((kind === 'section') !== (workflowId === null)) {
      throw wrongField('workflowId', 'A section belongs to the Foundation, a prompt or model to a workflow.')
    }
    if (workflowId === null) return
    const { name } = workflows.find(workflowId)
    if (repository.list(workflowId).some((document) => document.kind === kind)) {
      throw wrongField('kind', `${name} has a ${kindNames[kind]} already. Open it and write a new version.`)
    }
  }

  /** Inside the caller's transaction. */
  function insert(document: NewDocument, field?: string): Document {
    assertPlace(document)
    assertNameIsFree(document, null, field)
    return log('create', null, repository.insert(document, clock.now()))
  }

  /** Inside the caller's transaction. */
  function confirm(before: Document, versionId: number, { on, by }: { on: Day; by: string }): Document {
    repository.insertVerification(before.id, versionId, on, by)
    return log('verify', before, before.id)
  }

  const drafts = createDrafts(context, repository, find, needs.bin)
  const publishing = createPublishing(context, repository, { ...needs, find })
  const writing = createWriting(context, repository, { ...needs, find, publishing })
  const guard = createGuard(clock, repository, { ...needs, concerned: publishing.concerned })

  return {
    find,
    attention: createAttention(context),
    assembled({ workflowId }) {
      const release = needs.releases.running(workflowId, clock.today())
      const parts = (release?.parts ?? []).map(({ kind, name, versionId }) => {
        return { kind, name, text: repository.version(versionId)?.text ?? '' }
      })
      if (!release || !parts.some(({ kind }) => kind === 'prompt')) return null
      return { text: assembledPrompt(parts), release: release.number, liveOn: release.liveOn }
    },
    sections: () => repository.list(null),
    version: repository.version,
    concerned: (id) => publishing.concerned(find(id), clock.today()),
    confirm: (id, versionId, said) => {
      confirm(find(id), versionId, said)
    },
    list({ workflowId }) {
      if (workflowId === null) return repository.list(null).map(withBeginnings)
      workflows.find(workflowId)
      return repository.list(workflowId)
    },
    get: ({ id }) => ({ ...find(id), versions: repository.versions(id), checks: repository.checks(id) }),
    create({ text, ...fields }) {
      return command(() => {
        const created = insert(fields)
        drafts.keep(created, { text, sectionIds: [] })
        return find(created.id)
      })
    },
    update({ id, ...fields }, { locale }) {
      return command(() => {
        const before = find(id)
        people.assertHere(fields.verifier, 'verifier', { locale })
        people.know(fields.verifier)
        assertNameIsFree({ ...before, name: fields.name }, id)
        repository.update(id, fields)
        return log('update', before, id)
      })
    },
    move({ id, by }) {
      command(() => {
        const document = find(id)
        const list = repository.list(document.workflowId).filter(({ kind }) => kind === document.kind)
        const other = list[list.findIndex((each) => each.id === id) + by]
        if (!other) return
        repository.place(id, other.position)
        repository.place(other.id, document.position)
        log('move', document, id)
      })
      return null
    },
    verify({ id, by }, { locale }) {
      return command(() => {
        const before = find(id)
        people.assertHere(by, 'by', { locale })
        if (!before.current) {
          throw new AppError('CONFLICT', `${before.name} is not published yet, so there is nothing to check.`)
        }
        return confirm(before, before.current.id, { on: clock.today(), by })
      })
    },
    saveDraft: drafts.saveDraft,
    discardDraft: drafts.discardDraft,
    publish: writing.publish,
    write: writing.write,
    goBack: publishing.goBack,
    publishModel: publishing.publishModel,
    goLive: writing.goLive,
    assertApproved: publishing.assertApproved,
    warnings: ({ id }, { locale }) => guard.warnings(find(id), locale),
    search: ({ search }) => searchTexts(repository.texts(), search),
    ...createLiveCheck(context, repository, find),
    ...createTakeSections(context, repository, { publishing, writing, insert, find }),
    ...createSectionImport(context, { ...needs, repository, publishing, insert, find }),
  }
}
