import { hash } from 'node:crypto'
import { AppError } from '../../../../../shared/errors.ts'
import { ApiFailure } from '../../../ai/port.ts'
import { countTokens, type ProviderQuestion } from '../../provider/sending.ts'
import type { Provider } from '../../provider/service.ts'

export type TokenCounts = ReturnType<typeof createTokenCounts>

/** Input tokens as the provider counts them, kept until Evenkeel closes. Counting sends the texts, so it is asked for. */
export function createTokenCounts({ accounts, ledger }: Pick<Provider, 'accounts' | 'ledger'>) {
  const counts = new Map<string, number>()
  const keyOf = ({ provider, model, instructions, input }: ProviderQuestion) =>
    hash('sha256', JSON.stringify([provider, model, instructions, input]))

  return {
    /** Undefined where it was not counted. */
    of: (question: ProviderQuestion) => counts.get(keyOf(question)),
    /** Asks one after the other, at no charge; those that were counted are not asked again. Throws AppError. */
    async count(testId: number, questions: readonly ProviderQuestion[], signal: AbortSignal | undefined) {
      for (const question of questions) {
        if (counts.has(keyOf(question))) continue
        const { provider } = question
        const to = { testId, provider, host: accounts.hostOf(provider) }
        try {
          counts.set(
            keyOf(question),
            await countTokens(accounts.connect(provider), to, ledger, question, signal),
          )
        } catch (error) {
          if (!(error instanceof ApiFailure)) throw error
          throw new AppError(error.kind === 'cancelled' ? 'CANCELLED' : 'UNAVAILABLE', error.message)
        }
      }
    },
  }
}
