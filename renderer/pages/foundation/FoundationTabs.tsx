import { Tabs } from '../../ui/layout/Tabs.tsx'

const tabs = [
  { path: '/foundation', label: 'Sections' },
  { path: '/foundation/retired', label: 'Retired facts' },
] as const

/** What the Foundation says, and what it says no longer. */
export function FoundationTabs({ current }: { current: (typeof tabs)[number]['path'] }) {
  return <Tabs label="Foundation" tabs={tabs} current={current} />
}
