import { z } from 'zod'
import { Day, Id, Nothing, optionalText, procedure, text } from './base.ts'

/** What a person can be responsible for. Open incidents come with the workflow they happened in. */
export const HeldKind = z.enum([
  'workflow',
  'deputy',
  'section',
  'action',
  'dependency',
  'incident',
  'review',
])
export type HeldKind = z.infer<typeof HeldKind>

/** One thing that hangs on a person: its id, and its name of today (of a planned review its day). */
export const Held = z.object({ kind: HeldKind, id: Id, name: z.string() })
export type Held = z.infer<typeof Held>

/** Somebody of the company who owns, checks or decides something. */
export const Person = z.object({
  id: Id,
  name: z.string(),
  role: z.string(),
  /** Set once the person has left: what they check needs somebody else. */
  leftOn: Day.nullable(),
  /** Names of the Foundation sections this person checks. */
  checks: z.array(z.string()),
  /** Everything that needs somebody else when this person leaves. */
  holds: z.array(Held),
})
export type Person = z.infer<typeof Person>

export const people = {
  list: procedure.output(z.array(Person)),
  save: procedure
    .input(
      z.object({
        id: Id.nullable(),
        name: text('a name', 120),
        role: optionalText(120),
        leftOn: Day.nullable(),
      }),
    )
    .output(Person),
  /** Only somebody nothing depends on. */
  remove: procedure.input(z.object({ id: Id })).output(Nothing),
  /** Gives everything one person holds to another. */
  handOver: procedure.input(z.object({ fromId: Id, toId: Id })).output(z.array(Person)),
}
