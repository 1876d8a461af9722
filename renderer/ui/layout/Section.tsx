import { type ReactNode, useId } from 'react'
import layout from './layout.module.css'

type SectionProps = {
  title: ReactNode
  /** What stands at the right of the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page under its heading. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  const heading = (
    <h2 id={id} className={layout.smallHeading}>
      {title}
    </h2>
  )
  return (
    <section className={layout.section} aria-labelledby={id}>
      {aside ? (
        <div className={layout.sectionHead}>
          {heading}
          {aside}
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}
