import { Link } from 'wouter'
import styles from './tabs.module.css'

export type TabLink = { path: string; label: string }

type TabsProps = {
  /** What the tabs are parts of. */
  label: string
  tabs: readonly TabLink[]
  /** The path of the one in view. */
  current: string
  /** The parts of the tab in view, where it has several; at the right of the same line. */
  parts?: readonly TabLink[]
  currentPart?: string
}

/** The parts of one thing, each a page of its own. */
export function Tabs({ label, tabs, current, parts = [], currentPart }: TabsProps) {
  const name = tabs.find(({ path }) => path === current)?.label ?? label
  return (
    <div className={styles.bar}>
      <Links className={styles.tabs} label={label} links={tabs} current={current} />
      {parts.length > 0 && (
        <Links className={styles.parts} label={name} links={parts} current={currentPart ?? current} />
      )}
    </div>
  )
}

type LinksProps = { className: string | undefined; label: string; links: readonly TabLink[]; current: string }

function Links({ className, label, links, current }: LinksProps) {
  return (
    <nav className={className} aria-label={label}>
      {links.map((link) => (
        <Link key={link.path} href={link.path} aria-current={link.path === current ? 'page' : undefined}>
          {link.label}
        </Link>
      ))}
    </nav>
  )
}
