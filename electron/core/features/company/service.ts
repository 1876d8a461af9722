import type { Company as Names, Preferences } from '../../../../shared/contract/company.ts'
import { impossibleClock } from '../../../../shared/domain/time/clock-words.ts'
import type { MonthlyDue } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { createCompanyRepository } from './repository.ts'

type PreferencesPatch = { [Key in keyof Preferences]?: Preferences[Key] | undefined }

export type Company = ReturnType<typeof createCompany>

/** The company whose database is open, and the owner's preferences in it. */
export function createCompany({ commands, db, clock }: Context) {
  const command = commands('company')
  const repository = createCompanyRepository(db)

  return {
    get: (): Names | null => repository.get(),
    preferences: (): Preferences => repository.preferences(),
    /** What files for saving are headed with. */
    name: (): string => repository.get()?.name ?? 'Evenkeel',
    /** Empty while nobody is named. */
    ownerName: (): string => repository.get()?.ownerName ?? '',
    /** Every name the owner was known by, and since when. */
    ownerNames: () => repository.ownerNames(),
    /** Who the owner was at each instant, as the activity log has it; empty where nobody was named. */
    ownerOverTime(): (instant: string) => string {
      const names = repository.ownerNames()
      return (instant) => (names.findLast(({ at }) => at <= instant) ?? names[0])?.name ?? ''
    },
    /** By when the review of a month is due. */
    reviewDay: (): MonthlyDue => repository.preferences().reviewDay,
    /** Whether outputs of earlier months are shown again in a review. */
    isSeenAgain: (): boolean => repository.preferences().seenAgain,
    create(names: Pick<Names, 'name' | 'ownerName'>) {
      command(() => {
        if (repository.get()) throw new AppError('CONFLICT', 'Your company is set up already.')
        const wrong = impossibleClock(clock.now())
        if (wrong !== null) throw new AppError('INVALID_INPUT', wrong)
        repository.insert({ ...names, createdAt: clock.now() })
        command.log({
          action: 'create',
          entity: 'company',
          entityId: '1',
          before: null,
          after: repository.get(),
        })
      })
    },
    update(names: Pick<Names, 'name' | 'ownerName'>) {
      command(() => {
        const before = repository.get()
        if (!before) throw new AppError('NOT_FOUND', 'Set up your company first.')
        repository.update(names)
        command.log({
          action: 'update',
          entity: 'company',
          entityId: '1',
          before,
          after: repository.get(),
        })
      })
    },
    updatePreferences(patch: PreferencesPatch): Preferences {
      command(() => {
        const before = repository.preferences()
        const after: Preferences = {
          theme: patch.theme ?? before.theme,
          singleKeys: patch.singleKeys ?? before.singleKeys,
          reviewDay: patch.reviewDay ?? before.reviewDay,
          seenAgain: patch.seenAgain ?? before.seenAgain,
        }
        repository.savePreferences(after)
        command.log({
          action: 'update',
          entity: 'preferences',
          entityId: '1',
          before,
          after,
        })
      })
      return repository.preferences()
    },
  }
}
