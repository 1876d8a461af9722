import type { OutputsChoice } from '../../../../shared/contract/model-tests/outputs.ts'

/** The inputs whose output the file's takes the place of, as answered for one choice of rows. */
export type Taken = { of: string; ids: number[] }

/** Another side, model or column is another question, so that an answer to one says nothing there. */
export const takenFor = (choice: OutputsChoice, taken: Taken | null): number[] =>
  taken?.of === JSON.stringify(choice) ? taken.ids : []
