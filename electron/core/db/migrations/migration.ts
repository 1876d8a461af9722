/**
 * One step forward: `number` goes up by 10, `sql` is frozen once released. `check` is read after it: a row says
 * what the step did not carry over, and undoes the step.
 */
export type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly check?: string
}
