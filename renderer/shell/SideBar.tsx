import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import type { CompanyState } from '../../shared/contract/company.ts'
import { orpc } from '../api/client.ts'
import { openCapture } from '../features/signals/capture.ts'
import { isClosed } from '../parts/tasks/words.ts'
import { keyName } from '../ui/keys/Keys.tsx'
import { locale } from '../ui/lib/locale.ts'
import { formatMoment } from '../ui/lib/moments.ts'
import { BrandMark } from '../ui/marks/BrandMark.tsx'
import { Icon } from '../ui/marks/Icon.tsx'
import { type Place, placeOf, places, settings } from './places.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

/** The six places, Settings, and when the data was last backed up; Home says where that fails. */
export function SideBar({ state }: { state: CompanyState }) {
  const [path] = useLocation()
  const current = placeOf(path)
  const counts: Partial<Record<Place['icon'], number>> = {
    reviews: useOpenMonths(),
    changes: useChangesWaiting(),
  }
  return (
    <header className={styles.side}>
      <div className={styles.brand}>
        <BrandMark />
        {words.evenkeel}
      </div>
      <nav className={styles.places} aria-label={words.places}>
        {places.map((place) => (
          <PlaceLink
            key={place.path}
            place={place}
            isCurrent={place === current}
            count={counts[place.icon] ?? 0}
          />
        ))}
      </nav>
      <div className={styles.foot}>
        <button
          type="button"
          className={styles.place}
          title={words.noteASignal(keyName('Mod+Shift+L'))}
          onClick={openCapture}
        >
          <Icon name="plus" />
          {words.noteASignal2}
        </button>
        <nav aria-label={words.settings}>
          <PlaceLink place={settings} isCurrent={settings === current} count={0} />
          {state.lastBackupAt !== null && (
            <small className={styles.backup}>
              {words.lastCheckedBackup}
              <span>{formatMoment(state.lastBackupAt, locale)}</span>
            </small>
          )}
        </nav>
      </div>
    </header>
  )
}

type PlaceLinkProps = { place: Place; isCurrent: boolean; count: number }

function PlaceLink({ place, isCurrent, count }: PlaceLinkProps) {
  return (
    <Link
      href={place.path}
      className={styles.place}
      aria-current={isCurrent ? 'page' : undefined}
      title={`${place.name} (${keyName(`Mod+${place.key}`)})`}
    >
      <Icon name={place.icon} />
      {place.name}
      {count > 0 && <span className={styles.count}>{count}</span>}
    </Link>
  )
}

function useOpenMonths(): number {
  const sessions = useQuery(orpc.reviews.sessions.queryOptions())
  return (sessions.data ?? []).filter((session) => !isClosed(session)).length
}

function useChangesWaiting(): number {
  return useQuery(orpc.changes.waiting.queryOptions()).data?.total ?? 0
}
