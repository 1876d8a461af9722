import { Button, Checkbox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { formatDay } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import { type Lead, leadOfAction, leadOfSignal } from './leads.ts'
import { factsOf } from './signal-words.ts'
import styles from './signals.module.css'
import type { useLeads } from './use-leads.ts'
import { words } from './words.ts'

/** So many signals are offered until all are asked for. */
const fewShown = 4

/** What came up, and what a Foundation review decided, to tick as the reason; nothing where nothing fits. */
export function WhatLedToIt({ leads }: { leads: ReturnType<typeof useLeads> }) {
  const [showsAll, setShowsAll] = useState(false)
  const { signals, actions, chosen, toggle } = leads
  if (signals.length === 0 && actions.length === 0) return null
  const isChosen = ({ key }: Lead) => chosen.some((each) => each.key === key)
  const shown = signals.filter(
    (signal, index) => showsAll || index < fewShown || isChosen(leadOfSignal(signal)),
  )
  const row = (lead: Lead, facts: ReactNode) => (
    <li key={lead.key}>
      <Checkbox
        label={lead.text}
        description={facts}
        checked={isChosen(lead)}
        onChange={() => toggle(lead)}
      />
    </li>
  )
  return (
    <fieldset className={styles.led}>
      <legend>{words.whatLedToIt}</legend>
      <ul>
        {actions.map((action) =>
          row(leadOfAction(action), words.decidedInTheFoundationReview(formatDay(action.heldOn, locale))),
        )}
        {shown.map((signal) => row(leadOfSignal(signal), factsOf(signal, locale)))}
      </ul>
      {shown.length < signals.length && (
        <Button className={styles.more} variant="subtle" onClick={() => setShowsAll(true)}>
          {words.showAllSignals(signals.length)}
        </Button>
      )}
    </fieldset>
  )
}
