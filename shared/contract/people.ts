import { z } from 'zod'
import { Day, Id, Nothing, optionalText, procedure, text } from './base.ts'

/** Somebody of the company who owns, checks or decides something. Known by name. */
export const Person = z.object({
  id: Id,
  name: z.string(),
  role: z.string(),
  /** Set once the person has left: what they check needs somebody else. */
  leftOn: Day.nullable(),
  /** Names of the Foundation sections this person checks. */
  checks: z.array(z.string()),
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
  /** Gives everything one person checks to another. */
  handOver: procedure.input(z.object({ fromId: Id, toId: Id })).output(z.array(Person)),
}
