import type { client } from '../../api/client.ts'

/** What the file of a log seems to hold, and what became of its rows. */
export type LogFile = Awaited<ReturnType<typeof client.changes.previewLog>>
export type ImportedLog = Awaited<ReturnType<typeof client.changes.importLog>>
