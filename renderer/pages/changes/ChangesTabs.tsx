import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { Tabs } from '../../ui/layout/Tabs.tsx'
import { words } from './words.ts'

/** The parts of Changes: what was changed, which of it helped, and what came up that may lead to a change. */
export function ChangesTabs({ current }: { current: '/changes' | '/changes/helped' | '/changes/signals' }) {
  const open = useQuery(
    orpc.signals.list.queryOptions({ input: { state: 'open', kind: null, search: '', offset: 0 } }),
  )
  const count = open.data?.total ?? 0
  return (
    <Tabs
      label={words.changes}
      tabs={[
        { path: '/changes', label: words.log },
        { path: '/changes/helped', label: words.whichHelped },
        { path: '/changes/signals', label: count === 0 ? words.signals : words.signals2(count) },
      ]}
      current={current}
    />
  )
}
