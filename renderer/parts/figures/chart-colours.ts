import { useEffect, useState } from 'react'

const tokens = {
  ink2: '--ink-2',
  ink3: '--ink-3',
  line: '--line',
  surface: '--surface',
  accent: '--accent',
  act: '--act',
  good: '--good',
  goodSoft: '--good-soft',
} as const

export type ChartColours = Record<keyof typeof tokens, string> & { font: string }

function readColours(): ChartColours {
  const style = getComputedStyle(document.body)
  const colours = Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as Record<keyof typeof tokens, string>
  return { ...colours, font: style.fontFamily }
}

/** The tokens a canvas needs, read again when the theme changes; a canvas cannot use CSS variables itself. */
export function useChartColours(): ChartColours {
  const [colours, setColours] = useState(readColours)
  useEffect(() => {
    const update = () => setColours(readColours())
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, { attributes: true })
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', update)
    return () => {
      observer.disconnect()
      system.removeEventListener('change', update)
    }
  }, [])
  return colours
}
