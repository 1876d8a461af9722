import { implement, ORPCError, ValidationError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fetch'
import { contract } from '../../shared/contract/index.ts'
import { AppError, errorCodes, type Problem } from '../../shared/errors.ts'
import { onBehalfOf } from './events.ts'
import type { Call, FindServices, Services } from './handlers.ts'
import type { Log } from './log.ts'

/** Who asks: the language of a window, and its own id where it gives one. */
type Asking = { locale: string; window: string | null }
type Method = (input: unknown, call: Call) => unknown

/** Mounts the services under the contract: one handler per procedure, looked up at each call. */
export function createRpcHandler(services: FindServices, log: Log) {
  const implementer = implement(contract).$context<Asking>()
  const router = Object.fromEntries(
    Object.entries(contract).map(([feature, procedures]) => [
      feature,
      Object.fromEntries(
        Object.keys(procedures).map((name) => {
          const method = (): Method => {
            const methods = services(feature as keyof Services) as Record<string, Method>
            const found = methods[name]
            if (!found) throw new Error(`${feature}.${name} is not implemented`)
            return found
          }
          const features = implementer as unknown as Record<string, Record<string, Implementer>>
          const procedure = features[feature]?.[name]
          if (!procedure) throw new Error(`${feature}.${name} is not in the contract`)
          const handle = procedure.handler(({ input, context, signal }) =>
            onBehalfOf(context.window, `${feature}.${name}`, () =>
              method()(input, { locale: context.locale, signal }),
            ),
          )
          return [name, handle]
        }),
      ),
    ]),
  )
  return new RPCHandler<Asking>(router as never, {
    clientInterceptors: [
      async ({ next }) => {
        try {
          return await next()
        } catch (error) {
          throw translate(error, log)
        }
      },
    ],
  })
}

type Implementer = {
  handler: (
    run: (options: { input: unknown; context: Asking; signal?: AbortSignal | undefined }) => unknown,
  ) => unknown
}

/** What crosses to the renderer: expected errors with their words, anything else with a reference to the log. */
function translate(error: unknown, log: Log): ORPCError<string, unknown> {
  if (error instanceof AppError) return expected(error.code, error.message, error.problems)
  if (error instanceof ORPCError && error.cause instanceof ValidationError) {
    if (error.code !== 'BAD_REQUEST') return unexpected(error.cause, log)
    const problems = error.cause.issues.map(
      (issue): Problem => ({ message: issue.message, field: fieldOf(issue.path) }),
    )
    return expected('INVALID_INPUT', problems[0]?.message ?? 'Something in the form is missing.', problems)
  }
  if (error instanceof ORPCError && error.defined) return error
  return unexpected(error, log)
}

const expected = (code: keyof typeof errorCodes, message: string, problems: readonly Problem[]) =>
  new ORPCError(code, { status: errorCodes[code], message, data: { problems }, defined: true })

const unexpected = (error: unknown, log: Log) =>
  new ORPCError('INTERNAL_SERVER_ERROR', { message: log.unexpected(error) })

type Path = readonly (PropertyKey | { key: PropertyKey })[] | undefined

const fieldOf = (path: Path) =>
  (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
