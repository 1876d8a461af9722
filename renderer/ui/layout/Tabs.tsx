import { Link } from 'wouter'
import styles from './tabs.module.css'

export type TabLink = { path: string; label: string }

type TabsProps = {
  /** What the tabs are parts of. */
  label: string
  tabs: readonly TabLink[]
  /** The path of the one in view. */
  current: string
}

/** The parts of one thing, each a page of its own. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.path} href={tab.path} aria-current={tab.path === current ? 'page' : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
