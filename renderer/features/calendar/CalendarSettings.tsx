import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Series, SeriesTime } from '../../../shared/contract/calendar.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { seriesWords } from '../../../shared/domain/time/calendar.ts'
import { client, orpc } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { Hidden } from '../../ui/marks/Hidden.tsx'
import styles from './calendar.module.css'
import { nextWords, seriesNames, weekdays, weekOf, weeks } from './calendar-words.ts'
import { words } from './words.ts'

/** When the two series of reviews fall, and their files for the owner's own calendar. */
export function CalendarSettings() {
  const series = useQuery(orpc.calendar.list.queryOptions())
  if (series.isPending) return <Loading />
  if (series.isError) return <ErrorNote error={series.error} />
  return (
    <div className={styles.stack}>
      <p className={layout.quiet}>{words.eachSeriesIsAFile}</p>
      {series.data.map((each) => (
        <SeriesPart key={each.kind} series={each} />
      ))}
    </div>
  )
}

function SeriesPart({ series }: { series: Series }) {
  const name = seriesNames[series.kind]
  return (
    <Section title={name}>
      <Card>
        <div className={layout.fields}>
          <div>
            <p className={styles.sentence}>{seriesWords(series, locale)}.</p>
            <p className={layout.quiet}>{nextWords(series, locale)}</p>
          </div>
          <TimeFields series={series} />
          {series.firstOn !== null && <SaveSeries series={series} />}
        </div>
      </Card>
    </Section>
  )
}

function TimeFields({ series }: { series: Series }) {
  const { kind, week, weekday } = series
  const [startsAt, setStartsAt] = useState(series.startsAt)
  const save = useMutation(orpc.calendar.save.mutationOptions())
  const isTime = SeriesTime.shape.startsAt.safeParse(startsAt).success
  const change = (part: Partial<SeriesTime>) =>
    save.mutate({ kind, week, weekday, startsAt: series.startsAt, ...part })
  return (
    <>
      <fieldset className={styles.time}>
        <legend>
          <Hidden>{words.whenTheIsHeld(seriesNames[kind].toLowerCase())}</Hidden>
        </legend>
        <NativeSelect
          label={words.week}
          data={[...weeks]}
          value={String(week)}
          onChange={(event) => {
            const chosen = weekOf(event.currentTarget.value)
            if (chosen !== null) change({ week: chosen })
          }}
        />
        <NativeSelect
          label={words.weekday}
          data={weekdays(locale)}
          value={String(weekday)}
          onChange={(event) => change({ weekday: Number(event.currentTarget.value) })}
        />
        <TextInput
          type="time"
          label={words.time}
          value={startsAt}
          error={isTime ? undefined : words.enterATimeForExample}
          onChange={(event) => setStartsAt(event.currentTarget.value)}
          onBlur={() => {
            if (isTime && startsAt !== series.startsAt) change({ startsAt })
          }}
        />
      </fieldset>
      {save.isError && <ErrorNote error={save.error} />}
    </>
  )
}

function SaveSeries({ series: { kind, isStale, savedOn } }: { series: Series }) {
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.calendar.file({ kind })
      await saveFile(file.fileId, file.name)
      return file.name
    },
  })
  return (
    <>
      {isStale && <Note tone="watch">{words.yourCalendarShowsTheDates}</Note>}
      <Actions>
        <Button
          variant="default"
          loading={save.isPending}
          aria-label={words.saveTheCalendarFileOf(seriesNames[kind].toLowerCase())}
          onClick={() => save.mutate()}
        >
          {words.saveTheCalendarFile}
        </Button>
        <span className={layout.quiet} role="status">
          {save.isSuccess && words.savedAs(save.data)}
          {!save.isSuccess && savedOn !== null && words.lastSaved(formatDay(savedOn, locale))}
        </span>
      </Actions>
      {save.isError && <ErrorNote error={save.error} />}
    </>
  )
}
