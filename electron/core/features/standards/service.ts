import type { Standard, StandardInput, StandardsVersion } from '../../../../shared/contract/workflows.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Changes } from '../changes/service.ts'
import { createStandardsRepository } from './repository.ts'

export type Standards = Handlers<'standards'> & {
  /** The next version, inside the caller's transaction. */
  saveVersion: (workflowId: number, list: readonly StandardInput[]) => StandardsVersion
  version: (id: number) => StandardsVersion
  /** Those of today, or as they were at an instant. */
  find: (workflowId: number, at?: string | null) => StandardsVersion | undefined
  standard: (id: number) => Standard
}

const inWords = (version: StandardsVersion | undefined) =>
  (version?.standards ?? []).map((s) => (s.isMustPass ? `${s.name} (must-pass)` : s.name)).join(', ')

function assertDistinct(list: readonly StandardInput[]) {
  const seen = new Set<string>()
  list.forEach(({ name }, index) => {
    const key = name.toLowerCase()
    if (seen.has(key)) {
      const message = `Two standards are called ${name}. Give each its own name.`
      throw new AppError('INVALID_INPUT', message, [{ field: `standards.${index}.name`, message }])
    }
    seen.add(key)
  })
}

export function createStandards(
  { commands, db, clock }: Context,
  changes: Pick<Changes, 'record'>,
): Standards {
  const command = commands('standards')
  const repository = createStandardsRepository(db)

  const saveVersion: Standards['saveVersion'] = (workflowId, list) => {
    assertDistinct(list)
    const before = repository.current(workflowId)
    repository.insert(workflowId, (before?.version ?? 0) + 1, clock.now(), list)
    const after = repository.current(workflowId)
    if (!after) throw new Error('The standards were not written')
    command.log({
      action: 'save',
      entity: 'standards',
      entityId: String(workflowId),
      before: before ?? null,
      after,
    })
    return after
  }

  const version = (id: number) => {
    const found = repository.version(id)
    if (!found) throw new AppError('NOT_FOUND', 'Those quality standards are not here.')
    return found
  }

  return {
    saveVersion,
    version,
    find: (workflowId, at) => repository.current(workflowId, at),
    standard(id) {
      const found = repository.standard(id)
      if (!found) throw new AppError('NOT_FOUND', 'That quality standard is not here.')
      return found
    },
    versions: ({ workflowId }) => repository.versions(workflowId),
    current({ workflowId }) {
      const found = repository.current(workflowId)
      if (!found)
        throw new AppError('NOT_FOUND', 'This workflow has no quality standards yet. Add at least one.')
      return found
    },
    save({ workflowId, standards, reason }) {
      return command(() => {
        const before = repository.current(workflowId)
        const workflow = repository.workflow(workflowId)
        if (!workflow) throw new AppError('NOT_FOUND', 'That workflow is not here.')
        const { name, isReviewed } = workflow
        if (isReviewed && !reason) {
          const message =
            'Say why the standards change. Earlier reviews keep the standards they were marked by.'
          throw new AppError('INVALID_INPUT', message, [{ field: 'reason', message }])
        }
        const after = saveVersion(workflowId, standards)
        if (isReviewed) {
          changes.record({
            onDate: clock.today(),
            workflowIds: [workflowId],
            kind: 'measure',
            what: `Quality standards of ${name}, version ${after.version}`,
            from: inWords(before),
            to: inWords(after),
            why: reason,
            decidedBy: '',
            approvedBy: '',
            reverts: null,
            documentId: null,
            isAutomatic: true,
          })
        }
        return after
      })
    },
  }
}
