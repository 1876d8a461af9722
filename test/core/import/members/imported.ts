import { aWorkflow } from '../../../helpers/builders.ts'
import type { TestApp } from '../../../helpers/test-app.ts'

/** One output as it was kept. Absent where nothing was. */
export type Kept = {
  text: string
  request?: string
  final?: string
  day?: string
  minutes?: number
  id?: string
}

/** Imports one file as an owner does who presses the button without a look, and returns what was kept, in order. */
export async function imported(app: TestApp, name: string, content: string | Buffer, as = name) {
  const { id: workflowId } = await app.client.workflows.create(aWorkflow({ name: as }))
  const summary = await app.importFile(name, content, { workflowId })
  const kept = app.inspect((db) =>
    db
      .prepare(
        'SELECT ai_text AS text, request, final_text AS final, occurred_on AS day, edit_minutes AS minutes, external_id AS id FROM outputs WHERE workflow_id = ? ORDER BY id',
      )
      .all(workflowId),
  ) as Record<keyof Kept, unknown>[]
  const outputs = kept.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
  ) as Kept[]
  return { outputs, summary }
}
