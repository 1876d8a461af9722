import { Link } from 'wouter'
import type { JudgedOutput } from '../../../shared/contract/outputs.ts'
import { formatNumber, formatShare } from '../../../shared/domain/format.ts'
import { Card } from '../../ui/layout/Card.tsx'
import { type Fact, Facts } from '../../ui/layout/Facts.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import styles from './outputs.module.css'
import { words } from './words.ts'

/** Every mark with its issue, and what was said beside them. */
export function WhatWasSaid({ judged }: { judged: JudgedOutput }) {
  const isFit = !judged.marks.some(({ isMustPass, verdict }) => isMustPass && verdict === 'not_met')
  return (
    <Card>
      <h2 className={styles.heading}>{words.whatWasSaid}</h2>
      {!judged.isDone && <p className={layout.quiet}>{words.notFinishedYet}</p>}
      <ul className={styles.saidMarks}>
        {judged.marks.map((mark) => (
          <Mark key={mark.standard} mark={mark} />
        ))}
      </ul>
      {(!isFit || judged.isFlagged) && (
        <div className={styles.marks}>
          {!isFit && <span className={styles.notFit}>{words.notFitToSend}</span>}
          {judged.isFlagged && <span>{words.flagged}</span>}
        </div>
      )}
      <Facts facts={factsOf(judged)} arrangement="below" />
    </Card>
  )
}

const verdicts = {
  met: words.met,
  not_met: words.notMet,
  not_applicable: words.notApplicable,
} as const

function Mark({ mark }: { mark: JudgedOutput['marks'][number] }) {
  const { standard, verdict, type, section, sectionId, note } = mark
  return (
    <li>
      <span>{standard}</span>
      <span className={verdict === 'not_met' ? styles.notFit : layout.quiet}>
        {verdict === null ? words.notSaidYet : verdicts[verdict]}
      </span>
      {verdict === 'not_met' && (
        <div className={styles.why}>
          {words.missed(type ?? words.other, section !== null)}
          {section !== null &&
            (sectionId === null ? section : <Link href={`/foundation/${sectionId}`}>{section}</Link>)}
          {note !== '' && <p>{note}</p>}
        </div>
      )}
    </li>
  )
}

const sources = { file: words.fromFile, person: words.fromPerson, estimate: words.fromEstimate } as const

function factsOf({ satisfaction, ratedBy, editing, note, ...judged }: JudgedOutput): Fact[] {
  const whole = (value: number) => formatNumber(value, 0, locale)
  const minutes = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1, locale)
  const whose = ratedBy === 'user' ? words.ratedByUser : words.ratedByReviewer
  const { editMinutes, minutesSource, byHandMinutes, wordsChanged, wordsLonger } = judged
  const source = minutesSource === null ? '' : sources[minutesSource]
  return [
    [words.editing, editing === null ? words.notKnown : formatShare(editing, locale)],
    [
      words.minutes,
      editMinutes === null
        ? null
        : byHandMinutes === null
          ? `${minutes(editMinutes)}${source}`
          : words.minutesOf(minutes(editMinutes), minutes(byHandMinutes), source),
    ],
    [
      words.words,
      wordsChanged === null || wordsLonger === null
        ? null
        : words.wordsOf(whole(wordsChanged), whole(wordsLonger)),
    ],
    [words.satisfaction, satisfaction === null ? words.notKnown : words.satisfactionOf(satisfaction, whose)],
    [words.note, note],
  ]
}
