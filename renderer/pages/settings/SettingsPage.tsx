import { Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'
import type { CompanyState, Preferences } from '../../../shared/contract/company.ts'
import { orpc } from '../../api/client.ts'
import { ActivityLog } from '../../features/activity/ActivityLog.tsx'
import { BinList } from '../../features/bin/BinList.tsx'
import { CalendarSettings } from '../../features/calendar/CalendarSettings.tsx'
import { PeopleSettings } from '../../features/people/PeopleSettings.tsx'
import { ModelTestSettings } from '../../features/provider/ModelTestSettings.tsx'
import { SentRequests, SentSummary } from '../../features/provider/SentRequests.tsx'
import { BackupSettings } from '../../features/safety/BackupSettings.tsx'
import { CompanyForm } from '../../parts/company/CompanyForm.tsx'
import { DueNoticeField } from '../../parts/company/DueNoticeField.tsx'
import { ReviewDayField } from '../../parts/company/ReviewDayField.tsx'
import { usePreferences } from '../../parts/company/usePreferences.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { Tabs } from '../../ui/layout/Tabs.tsx'
import styles from './settings.module.css'
import { words } from './words.ts'

const tabs = [
  { path: '/settings', label: words.general },
  { path: '/settings/backups', label: words.backups },
  { path: '/settings/activity', label: words.activity },
  { path: '/settings/bin', label: words.bin },
  { path: '/settings/people', label: words.people },
  { path: '/settings/calendar', label: words.calendar },
  { path: '/settings/model-tests', label: words.modelTests },
]

/** General settings, the people of the company, the calendar, and what model tests need. */
export function SettingsPage() {
  const { tab } = useParams<{ tab?: string }>()
  const current = tabs.find(({ path }) => path === `/settings/${tab}`)?.path ?? '/settings'
  return (
    <Page title={words.settings}>
      <Tabs label={words.pagesOfSettings} tabs={tabs} current={current} />
      {current === '/settings' && (tab === 'sent' ? <SentRequests /> : <General />)}
      {current === '/settings/backups' && <BackupSettings />}
      {current === '/settings/activity' && <ActivityLog />}
      {current === '/settings/bin' && <BinList />}
      {current === '/settings/people' && <PeopleSettings />}
      {current === '/settings/calendar' && <CalendarSettings />}
      {current === '/settings/model-tests' && <ModelTestSettings />}
    </Page>
  )
}

/** Names, preferences, and what left this computer. */
function General() {
  const state = useQuery(orpc.company.get.queryOptions())
  if (state.isPending) return <Loading />
  if (state.isError) return <ErrorNote error={state.error} />
  return <Sections state={state.data} />
}

function Sections({ state }: { state: CompanyState }) {
  return (
    <div className={styles.sections}>
      <Section title={words.company}>
        <Card>
          <Names state={state} />
        </Card>
      </Section>
      <Section title={words.preferences}>
        <Card>
          <PreferenceFields stored={state.preferences} />
        </Card>
      </Section>
      <Section title={words.whatLeftThisComputer}>
        <Card>
          <SentSummary />
        </Card>
      </Section>
      <p className={layout.quiet}>{words.evenkeel(state.version)}</p>
    </div>
  )
}

function Names({ state }: { state: CompanyState }) {
  const [isSaved, setSaved] = useState(false)
  return (
    <CompanyForm
      company={state.company}
      submitLabel={words.saveNames}
      onSaved={() => setSaved(true)}
      secondary={
        <span className={layout.saved} role="status">
          {isSaved && words.saved}
        </span>
      }
    />
  )
}

const themes = [
  { value: 'system', label: words.asTheSystem },
  { value: 'light', label: words.light },
  { value: 'dark', label: words.dark },
] as const

function PreferenceFields({ stored }: { stored: Preferences }) {
  const { preferences, change, error } = usePreferences(stored)
  return (
    <div className={styles.fields}>
      <div>
        <p className={layout.fieldLabel}>{words.theme}</p>
        <Segmented
          label={words.theme}
          value={preferences.theme}
          options={themes}
          onChange={(theme) => change({ theme })}
        />
      </div>
      <Switch
        label={words.singleKeys}
        description={words.a1To9Enter}
        checked={preferences.singleKeys}
        onChange={({ currentTarget: { checked } }) => change({ singleKeys: checked })}
      />
      <Switch
        label={words.outputsSeenAgain}
        description={words.oneOrTwoUnlabelled}
        checked={preferences.seenAgain}
        onChange={({ currentTarget: { checked } }) => change({ seenAgain: checked })}
      />
      <ReviewDayField stored={stored} />
      <DueNoticeField />
      {error && <ErrorNote error={error} />}
    </div>
  )
}
