import { z } from 'zod'
import { signalKindIds } from '../domain/foundation/signal-kinds.ts'
import { Day, Id, Instant, optionalText, procedure, text } from './base.ts'

/** What the business, a provider or the team brings up between two reviews. */
export const SignalKind = z.enum(signalKindIds)
export type SignalKind = z.infer<typeof SignalKind>

export const NewSignal = z.object({
  kind: SignalKind,
  text: text('what came up', 1000),
  onDate: Day,
  workflowId: Id.nullable(),
  /** The Foundation section it is about. */
  sectionId: Id.nullable(),
})
export type NewSignal = z.infer<typeof NewSignal>

export const Signal = NewSignal.extend({
  id: Id,
  rev: z.number().int(),
  text: z.string(),
  workflowName: z.string().nullable(),
  sectionName: z.string().nullable(),
  recordedAt: Instant,
  /** Handled by a change or a Foundation review, or set aside with a reason. */
  state: z.enum(['open', 'handled', 'set_aside']),
  changeNumber: Id.nullable(),
  foundationReviewId: Id.nullable(),
  reason: z.string(),
})
export type Signal = z.infer<typeof Signal>

/** A reason to hold the Foundation review before its date (R8). */
export const Trigger = z.object({
  id: z.string(),
  kind: z.enum(['update_due', ...signalKindIds]),
  message: z.string(),
  signalIds: z.array(Id),
  workflowId: Id.nullable(),
  sectionId: Id.nullable(),
})
export type Trigger = z.infer<typeof Trigger>

const ById = z.object({ id: Id })

export const signals = {
  list: procedure
    .input(
      z.object({
        state: z.enum(['open', 'all']),
        kind: SignalKind.nullable(),
        search: z.string().max(200),
        offset: z.number().int().min(0),
      }),
    )
    .output(z.object({ rows: z.array(Signal), total: z.number().int() })),
  record: procedure.input(NewSignal).output(Signal),
  update: procedure.input(NewSignal.extend({ id: Id, rev: z.number().int() })).output(Signal),
  setAside: procedure.input(ById.extend({ reason: optionalText(500) })).output(Signal),
  /** Into the Bin, from where `binId` puts it back. CONFLICT for one that was handled. */
  remove: procedure.input(ById).output(z.object({ binId: Id })),
  reopen: procedure.input(ById).output(Signal),
  triggers: procedure.output(z.array(Trigger)),
}
