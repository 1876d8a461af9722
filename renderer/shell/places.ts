import { words } from './words.ts'

type Icon = 'home' | 'reviews' | 'workflows' | 'foundation' | 'changes' | 'reports' | 'settings'

export type Place = {
  path: string
  name: string
  icon: Icon
  /** The key that opens it, with Ctrl or Command. */
  key: string
}

/** The six places of the app, in the order of their keys. */
export const places: readonly Place[] = [
  { path: '/', name: 'Home', icon: 'home', key: '1' },
  { path: '/reviews', name: words.reviews, icon: 'reviews', key: '2' },
  { path: '/workflows', name: words.workflows, icon: 'workflows', key: '3' },
  { path: '/foundation', name: words.foundation, icon: 'foundation', key: '4' },
  { path: '/changes', name: words.changes, icon: 'changes', key: '5' },
  { path: '/reports', name: words.reports, icon: 'reports', key: '6' },
]

export const settings: Place = { path: '/settings', name: words.settings, icon: 'settings', key: ',' }

/** The place a path belongs to: single reviews belong to Reviews, single outputs to Workflows. */
export function placeOf(path: string): Place | undefined {
  const [first = ''] = path.split('/').filter(Boolean)
  const areas: Readonly<Record<string, string>> = {
    review: 'reviews',
    'foundation-review': 'reviews',
    'model-test': 'reviews',
    outputs: 'workflows',
  }
  const area = areas[first] ?? first
  return [...places, settings].find((place) => place.path === `/${area}`)
}
