import type { ComponentProps } from 'react'
import { classNames } from '../lib/class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './icon-button.module.css'

type IconButtonProps = Omit<ComponentProps<'button'>, 'type' | 'children' | 'aria-label' | 'title'> & {
  icon: IconName
  label: string
}

/** A quiet button of a row that shows an icon only; its label is read aloud and shown on hover. */
export function IconButton({ icon, label, className, ...button }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles.button, className)}
      aria-label={label}
      title={label}
      {...button}
    >
      <Icon name={icon} />
    </button>
  )
}
