import type { Ref } from 'react'
import { Link } from 'wouter'
import layout from '../layout/layout.module.css'
import { classNames } from '../lib/class-names.ts'
import styles from './table.module.css'

type RowLinkProps = {
  href: string
  className?: string | undefined
  ref?: Ref<HTMLAnchorElement> | undefined
  children: string
}

/** The name of what a row stands for: a click anywhere on the row opens it. */
export function RowLink({ href, className, ref, children }: RowLinkProps) {
  return (
    <Link href={href} className={classNames(layout.surface, styles.opens, className)} ref={ref}>
      {children}
    </Link>
  )
}

type RowButtonProps = { onClick: () => void; children: string }

/** The same for a row that opens a dialog. */
export function RowButton({ onClick, children }: RowButtonProps) {
  return (
    <button type="button" className={classNames(layout.surface, styles.opens)} onClick={onClick}>
      {children}
    </button>
  )
}
