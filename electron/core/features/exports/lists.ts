import type { ListAsked } from '../../../../shared/contract/reports/exports.ts'
import type { Signal } from '../../../../shared/contract/signals.ts'
import { activitySheet } from '../../export/activity.ts'
import { changeLogSheet, loggedChanges } from '../../export/change-log.ts'
import { foundationReviewSheets } from '../../export/foundation-review.ts'
import type { List } from '../../export/list-file.ts'
import { modelTestSheets } from '../../export/model-test.ts'
import { registerSheets } from '../../export/register.ts'
import { signalsSheet } from '../../export/signals.ts'
import type { WorkbookOrigin } from '../../export/workbook/workbook-guide.ts'
import type { Call } from '../../handlers.ts'
import type { Activity } from '../activity/service.ts'
import type { Company } from '../company/service.ts'
import type { Effects } from '../effects/service.ts'
import type { FoundationReviews } from '../foundation-reviews/service.ts'
import type { ModelTests } from '../model-tests/service.ts'
import type { Register } from '../register/service.ts'
import type { Signals } from '../signals/service.ts'

export type ListSources = {
  company: Pick<Company, 'ownerOverTime'>
  effects: Pick<Effects, 'all'>
  register: Pick<Register, 'all'>
  foundationReviews: Pick<FoundationReviews, 'read'>
  modelTests: Pick<ModelTests, 'recordOf'>
  signals: Pick<Signals, 'list'>
  activity: Pick<Activity, 'every' | 'countOf'>
}
export type ListOrigin = WorkbookOrigin & { company: string; today: string }

/** What a list holds, whatever it is saved as: the one place where it is put together. */
export async function listOf(
  sources: ListSources,
  asked: ListAsked,
  origin: ListOrigin,
  call: Call,
): Promise<List> {
  const { company, today, locale } = origin
  switch (asked.kind) {
    case 'changes': {
      const changes = sources.effects.all().flatMap(loggedChanges)
      const sheet = changeLogSheet(changes, company, sources.company.ownerOverTime())
      return { name: `evenkeel-changes-${today}`, title: 'Change log', sheets: [sheet] }
    }
    case 'register': {
      const entries = await sources.register.all(call)
      const sheets = registerSheets(entries, origin)
      return { name: `evenkeel-register-${today}`, title: `${company}: register`, sheets }
    }
    case 'signals': {
      const sheets = [signalsSheet(await everySignal(sources.signals, call), company)]
      return { name: `evenkeel-signals-${today}`, title: 'What came up', sheets }
    }
    case 'activity': {
      const sheets = [activitySheet(sources.activity.every(asked.filter, locale), company)]
      return { name: `evenkeel-activity-${today}`, title: 'Activity', sheets }
    }
    case 'foundation_review': {
      const review = sources.foundationReviews.read(asked.id, locale)
      const what = review.state === 'finished' ? 'foundation-review' : 'foundation-pre-read'
      const sheets = foundationReviewSheets(review, { company, locale })
      return { name: `evenkeel-${what}-${review.heldOn}`, title: 'Foundation review', sheets }
    }
    case 'model_test': {
      const record = await sources.modelTests.recordOf(asked.id)
      const sheets = modelTestSheets(record, { company, locale })
      return { name: `evenkeel-model-test-${record.test.heldOn}`, title: 'Model test', sheets }
    }
  }
}

async function everySignal(signals: ListSources['signals'], call: Call): Promise<Signal[]> {
  const all: Signal[] = []
  for (;;) {
    const filter = { state: 'all', kind: null, search: '', offset: all.length } as const
    const { rows, total } = await signals.list(filter, call)
    all.push(...rows)
    if (rows.length === 0 || all.length >= total) return all
  }
}
