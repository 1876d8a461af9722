import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { Tabs } from '../../ui/layout/Tabs.tsx'

/** The two halves of Changes: what was changed, and what came up that may lead to a change. */
export function ChangesTabs({ current }: { current: '/changes' | '/changes/signals' }) {
  const open = useQuery(
    orpc.signals.list.queryOptions({ input: { state: 'open', kind: null, search: '', offset: 0 } }),
  )
  const count = open.data?.total ?? 0
  return (
    <Tabs
      label="Changes"
      tabs={[
        { path: '/changes', label: 'Log' },
        { path: '/changes/signals', label: count === 0 ? 'Signals' : `Signals (${count})` },
      ]}
      current={current}
    />
  )
}
