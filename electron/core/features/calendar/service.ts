import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { Series, SeriesKind } from '../../../../shared/contract/calendar.ts'
import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import type { MadeFile } from '../../../../shared/contract/jobs.ts'
import type { Todo } from '../../../../shared/contract/results.ts'
import { sessionMinutes } from '../../../../shared/domain/foundation/session-length.ts'
import { foundationReviewDates } from '../../../../shared/domain/time/cadence.ts'
import {
  foundationRhythm,
  isSameRhythm,
  monthlyRhythm,
  type Rhythm,
  seriesMonth,
  seriesWords,
} from '../../../../shared/domain/time/calendar.ts'
import {
  addDays,
  addMonths,
  addMonthsToDay,
  type Day,
  monthOf,
} from '../../../../shared/domain/time/dates.ts'
import { type MonthlyDue, monthlyDue } from '../../../../shared/domain/time/months.ts'
import { latestWeek } from '../../../../shared/domain/time/series-dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import { calendarFile, meetingFile } from '../../export/calendar.ts'
import type { Handlers } from '../../handlers.ts'
import type { Company } from '../company/service.ts'
import type { FoundationReviews } from '../foundation-reviews/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { createCalendarRepository, type SavedRule, type StoredSeries } from './repository.ts'

type Needs = {
  workflows: Pick<Workflows, 'all'>
  company: Pick<Company, 'reviewDay'>
  foundationReviews: Pick<FoundationReviews, 'dueOn' | 'read'>
}

export type Calendar = Handlers<'calendar'> & { attention: AttentionSource }

const quarterHour = 15
const calendarType = 'text/calendar; charset=utf-8'
const defaultTime = { weekday: 2, startsAt: '09:00' }
const kinds: readonly SeriesKind[] = ['monthly_review', 'foundation_review']

const wordsOf: Readonly<Record<SeriesKind, { summary: string; fileName: string; review: string }>> = {
  monthly_review: {
    summary: 'Evenkeel: monthly quality review',
    fileName: 'evenkeel-monthly-review.ics',
    review: 'monthly review',
  },
  foundation_review: {
    summary: 'Evenkeel: Foundation review',
    fileName: 'evenkeel-foundation-review.ics',
    review: 'Foundation review',
  },
}

/** The two series of reviews for the owner's calendar: when they fall, and their files. */
export function createCalendar(context: Context, needs: Needs): Calendar {
  const { db, clock, files } = context
  const { workflows, foundationReviews } = needs
  const { reviewDay } = needs.company
  const command = context.commands('calendar')
  const repository = createCalendarRepository(db)

  function rhythmOf({ kind, week, weekday }: StoredSeries): Rhythm | null {
    const today = clock.today()
    const time = { week, weekday }
    if (kind === 'monthly_review') return monthlyRhythm(time, today)
    const due = foundationReviews.dueOn()
    return due === null ? null : foundationRhythm(time, { due, newestGoLive: newestGoLive(), today })
  }

  /** The day by which a review held on a date of the series is due. */
  function dueOf({ kind, week }: StoredSeries, on: Day): Day | null {
    const month = monthOf(on)
    if (kind === 'monthly_review') {
      const due = monthlyDue(addMonths(month, -1), reviewDay())
      const isOfLastMonth = reviewDay() !== 'last_day' && seriesMonth(due, week) === month
      return isOfLastMonth ? due : monthlyDue(month, reviewDay())
    }
    const next = foundationReviews.dueOn()
    if (next === null) return null
    const later = foundationReviewDates(newestGoLive(), addDays(next, 1), addMonthsToDay(on, 3))
    return [next, ...later].find((due) => seriesMonth(due, week) === month) ?? null
  }

  function newestGoLive(): Day | null {
    const today = clock.today()
    const days = workflows
      .all()
      .flatMap(({ goLiveOn, stage }) =>
        goLiveOn !== null && goLiveOn <= today && stage !== 'retired' ? [goLiveOn] : [],
      )
    return days.sort().at(-1) ?? null
  }

  /** The row of a series, made when it is first asked for: its uid must be the same ever after. */
  function stored(kind: SeriesKind): StoredSeries {
    const known = repository.get(kind)
    if (known) return known
    const { week } = latestWeek(
      kind === 'monthly_review' ? reviewDay() : dayOfMonth(foundationReviews.dueOn()),
    )
    const made = { kind, uid: `${randomUUID()}@evenkeel`, sequence: 0, week, ...defaultTime, saved: null }
    command(() => put(made, 'create', 'evenkeel'))
    return made
  }

  /** Inside the caller's transaction. */
  function put(series: StoredSeries, action: string, actor = 'owner') {
    const before = repository.get(series.kind) ?? null
    repository.put(series)
    command.log({ actor, action, entity: 'calendar_series', entityId: series.kind, before, after: series })
  }

  function seriesOf(series: StoredSeries): Series {
    const { saved, ...rest } = series
    const rhythm = rhythmOf(series)
    return {
      ...rest,
      everyMonths: rhythm?.everyMonths ?? 1,
      firstOn: rhythm?.firstOn ?? null,
      dueOn: rhythm && dueOf(series, rhythm.firstOn),
      lastOn: rhythm?.lastOn ?? null,
      zone: clock.zone(),
      savedOn: saved?.on ?? null,
      isStale: isStale(series, rhythm),
    }
  }

  function save(kind: SeriesKind): string {
    const series = stored(kind)
    const rhythm = rhythmOf(series)
    if (!rhythm) {
      throw new AppError(
        'INVALID_INPUT',
        'There is no Foundation review to plan yet. It needs a Foundation and the day a workflow went live.',
      )
    }
    const planned = { ...rhythm, startsAt: series.startsAt, zone: clock.zone() }
    const last = series.saved?.rule
    const isSame = last !== undefined && isSameFile(last, planned)
    const rule = isSame ? last : planned
    const sequence = series.sequence + (last === undefined || isSame ? 0 : 1)
    command(() => put({ ...series, sequence, saved: { on: clock.today(), rule } }, 'save_file'))
    const { uid } = series
    return calendarFile({ ...rule, uid, sequence, summary: wordsOf[kind].summary, stamp: clock.now() })
  }

  function made(name: string, text: string): MadeFile {
    const file = files.make(name, calendarType)
    writeFileSync(file.path, text, { mode: 0o600 })
    return { fileId: file.id, name: file.name }
  }

  /** The meeting of a review that is prepared: at the hour of its series, as long as its sections ask for. */
  function meetingOf({ id, heldOn, state, rev, cards, attendees }: FoundationReview): string {
    if (state !== 'preparing') {
      throw new AppError('CONFLICT', 'This review has begun, so there is nobody left to invite.')
    }
    const { uid, startsAt } = stored('foundation_review')
    const names = attendees.map(({ name }) => name)
    return meetingFile({
      uid: `${id}.${uid}`,
      sequence: rev,
      summary: wordsOf.foundation_review.summary,
      startsAt,
      zone: clock.zone(),
      stamp: clock.now(),
      on: heldOn,
      minutes: Math.ceil(sessionMinutes(cards) / quarterHour) * quarterHour,
      description: [
        `Section by section: is it still true? ${cards.length} in all.`,
        ...(names.length > 0
          ? [`With ${new Intl.ListFormat('en', { type: 'conjunction' }).format(names)}.`]
          : []),
      ].join('\n'),
    })
  }

  return {
    list: () => kinds.map((kind) => seriesOf(stored(kind))),
    save({ kind, week, weekday, startsAt }) {
      const series = command(() => {
        const changed = { ...stored(kind), week, weekday, startsAt }
        put(changed, 'update')
        return changed
      })
      return seriesOf(series)
    },
    file({ kind }) {
      return made(wordsOf[kind].fileName, save(kind))
    },
    invitation({ reviewId }, { locale }) {
      const review = foundationReviews.read(reviewId, locale)
      return made(`evenkeel-foundation-review-${review.heldOn}.ics`, meetingOf(review))
    },
    attention: (locale) => ({
      todos: repository.all().flatMap((series) => staleTodo(seriesOf(series), locale)),
      dates: [],
    }),
  }
}

const dayOfMonth = (day: Day | null): MonthlyDue => (day === null ? 'last_day' : Number(day.slice(8)))

const isSameTime = (saved: SavedRule, planned: Rhythm & { startsAt: string }) =>
  saved.startsAt === planned.startsAt && isSameRhythm(saved, planned)

const isSameFile = (saved: SavedRule, planned: SavedRule) =>
  isSameTime(saved, planned) && saved.zone === planned.zone

// Another zone alone says nothing about the dates: whoever travels is not told that the calendar is wrong.
const isStale = ({ saved, startsAt }: StoredSeries, rhythm: Rhythm | null) =>
  saved !== null && rhythm !== null && !isSameTime(saved.rule, { ...rhythm, startsAt })

function staleTodo(series: Series, locale: string): Todo[] {
  if (!series.isStale) return []
  const { review } = wordsOf[series.kind]
  const words = seriesWords(series, locale)
  return [
    {
      id: `calendar:${series.kind}`,
      title: `Your calendar still shows the old ${review} dates`,
      detail: `Now: ${words.charAt(0).toLowerCase()}${words.slice(1)}. Delete the old series in your calendar first, then add the new file.`,
      action: 'Open Calendar',
      target: { page: 'calendar' },
      mark: null,
    },
  ]
}
