import { Tabs } from '../../ui/layout/Tabs.tsx'
import { words } from './words.ts'

const tabs = [
  { path: '/foundation', label: words.sections },
  { path: '/foundation/retired', label: words.retiredFacts },
] as const

/** What the Foundation says, and what it says no longer. */
export function FoundationTabs({ current }: { current: (typeof tabs)[number]['path'] }) {
  return <Tabs label={words.foundation} tabs={tabs} current={current} />
}
