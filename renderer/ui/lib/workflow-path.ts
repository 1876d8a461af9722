const places = {
  results: 'results',
  outputs: 'results/outputs',
  prompt: 'wording',
  inputs: 'test-inputs',
  'set-up': 'set-up',
  standards: 'set-up/standards',
  register: 'set-up/register',
} as const

/** Where something of a workflow stands on its page. */
export const workflowPath = (workflowId: number, of: keyof typeof places) =>
  `/workflows/${workflowId}/${places[of]}`

/** Where the tabs of earlier versions lead; null for an address of today. */
export function movedTo(workflowId: number, tab: string): string | null {
  if (tab === 'issues') return `${workflowPath(workflowId, 'outputs')}?show=issues`
  const path = Object.hasOwn(places, tab) ? workflowPath(workflowId, tab as keyof typeof places) : null
  return path?.endsWith(`/${workflowId}/${tab}`) ? null : path
}
