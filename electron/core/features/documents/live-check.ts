import type { Document, LiveCheck } from '../../../../shared/contract/documents.ts'
import { isSameButForSpaces } from '../../../../shared/domain/text/same-wording.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { evidenceOf } from './evidence.ts'
import { wrongField } from './publishing.ts'
import type { DocumentsRepository } from './repository.ts'

/** Holds what is really in the tool against the approved wording, and keeps the outcome either way. */
export function createLiveCheck(
  { commands, clock }: Context,
  repository: DocumentsRepository,
  find: (id: number) => Document,
): Pick<Handlers<'documents'>, 'checkLive'> {
  const command = commands('documents')
  return {
    checkLive({ id, pasted }) {
      return command(() => {
        const { name, current } = find(id)
        if (!current) {
          throw new AppError('CONFLICT', `${name} is not published yet, so there is nothing to compare with.`)
        }
        if (pasted.trim() === '') throw wrongField('pasted', 'Paste the text that is in your AI tool.')
        const result: LiveCheck = {
          documentId: id,
          versionNumber: current.number,
          checkedAt: clock.now(),
          isSame: isSameButForSpaces(pasted, current.text),
          pasted: pasted.toWellFormed(),
        }
        const { pasted: text, ...rest } = result
        command.log({
          action: 'check',
          entity: 'live_check',
          entityId: repository.insertCheck(result, current.id),
          before: null,
          after: evidenceOf({ ...rest, text }),
        })
        return result
      })
    },
  }
}
