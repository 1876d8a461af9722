import type { Todo, UpcomingDate } from '../../shared/contract/results.ts'

/** What a feature puts on Home: what waits for the owner, most pressing first, and its dates. */
export type Attention = { todos: Todo[]; dates: UpcomingDate[] }

/** Asked each time Home is read; must be quick. */
export type AttentionSource = (locale: string) => Attention
