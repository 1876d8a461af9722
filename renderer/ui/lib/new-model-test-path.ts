type From = { workflowId: number | null; signalId: number | null }

/** The page a model test begins on, filled in from a signal or for one workflow. */
export function newModelTestPath({ workflowId, signalId }: From): string {
  const from = new URLSearchParams()
  if (workflowId !== null) from.set('workflow', String(workflowId))
  if (signalId !== null) from.set('signal', String(signalId))
  return from.size === 0 ? '/model-test/new' : `/model-test/new?${from}`
}
