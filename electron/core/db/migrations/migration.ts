/** One step forward: `number` goes up by 10, `sql` is frozen once released. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string }
