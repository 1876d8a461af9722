import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { bringIntoSight, rangesOf } from './page-text.ts'

/** As `base.css` draws them. */
const highlights = { all: 'found', here: 'found-here' } as const

export type Found = { at: number; total: number; move: (by: 1 | -1) => void }

/** Marks every place of `search` on the page, and one of them as the one looked at; again whenever the page changes. */
export function useFound(search: string): Found {
  const [ranges, setRanges] = useState<readonly Range[]>([])
  const [at, setAt] = useState(0)
  /** The page moves when the owner looks for something, never because the page changed. */
  const isAsked = useRef(false)
  const look = useDebouncedCallback(() => {
    const area = document.querySelector('main')
    setRanges(area ? rangesOf(area, search) : [])
  }, 50)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at the top
  useEffect(() => {
    setAt(0)
    isAsked.current = true
    look()
  }, [search, look])
  useEffect(() => {
    const observer = new MutationObserver(() => look())
    const changes = {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['open', 'hidden'],
    }
    observer.observe(document.body, changes)
    return () => observer.disconnect()
  }, [look])
  const place = ranges.length === 0 ? 0 : Math.min(at, ranges.length - 1)
  useEffect(() => {
    const here = ranges[place]
    CSS.highlights.set(highlights.all, new Highlight(...ranges))
    CSS.highlights.set(highlights.here, new Highlight(...(here ? [here] : [])))
    if (here && isAsked.current) {
      bringIntoSight(here)
      isAsked.current = false
    }
    return () => {
      for (const name of Object.values(highlights)) CSS.highlights.delete(name)
    }
  }, [ranges, place])
  return {
    at: place,
    total: ranges.length,
    move(by) {
      if (ranges.length === 0) return
      isAsked.current = true
      setAt((place + by + ranges.length) % ranges.length)
    },
  }
}
