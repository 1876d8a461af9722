import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'

type Inputs = InferContractRouterInputs<Contract>
type Outputs = InferContractRouterOutputs<Contract>

/** What a call carries beside its input. */
export type Call = { locale: string; signal?: AbortSignal | undefined }

// A stream is declared as the client's iterator class; any async iterator will do on this side.
type Answer<Output> =
  Output extends AsyncIterator<infer Event> ? AsyncIterator<Event> : Output | Promise<Output>

/** What the core must answer for one feature of the contract: one function per procedure. */
export type Handlers<Feature extends keyof Contract> = {
  [Method in keyof Contract[Feature]]: (
    input: Inputs[Feature][Method & keyof Inputs[Feature]],
    call: Call,
  ) => Answer<Outputs[Feature][Method & keyof Outputs[Feature]]>
}

export type Services = { [Feature in keyof Contract]: Handlers<Feature> }

/** Finds the functions of one feature; throws AppError where they cannot be had now. */
export type FindServices = (feature: keyof Contract) => object
