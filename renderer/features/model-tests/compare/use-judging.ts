import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { JudgeState, Pair, PairVerdict } from '../../../../shared/contract/model-tests/compare.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { client } from '../../../api/client.ts'
import { useConnection } from '../../../api/connection.ts'
import { useFlushOnLeaving } from '../../../parts/saving/use-flush-on-leaving.ts'
import { createSaver, kindOf } from '../../../session/saver.ts'
import { useSessionClock } from '../../../session/use-session-clock.ts'
import { judgingQuery, pairQuery, testQuery } from '../queries.ts'
import { createSidesBook } from './comparison.ts'
import {
  failureLabel,
  type PairSide,
  popped,
  pushed,
  restored,
  type Said,
  saidOf,
  type Undoable,
  verdictWords,
  withFailureTurned,
} from './judgement.ts'

/** A comparison at work: the pair on screen, what is said of it, and everything that can be done. */
export function useJudging(testId: number, state: JudgeState) {
  const queryClient = useQueryClient()
  const [pairId, setPairId] = useState<number | null>(state.nextPairId)
  const [undoables, setUndoables] = useState<readonly Undoable[]>([])
  const [isAskingSide, setAskingSide] = useState(false)
  const [announcement, announce] = useState('')
  const [sides] = useState(createSidesBook)
  const { saver, saving } = useJudgementSaving(testId, pairId)
  const loaded = useQuery({ ...pairQuery(pairId ?? 0), enabled: pairId !== null })
  const stored = loaded.data?.id === pairId ? loaded.data : undefined
  const said = stored && (saving.local.get(stored.id) ?? saidOf(stored))
  const index = state.pairs.findIndex(({ id }) => id === pairId)
  const nextPair = usePairAhead(state.pairs[index + 1]?.id)

  useEffect(() => {
    if (stored) saver.know(stored.id, stored.rev)
  }, [stored, saver])

  useEffect(() => {
    if (!nextPair || sides.has(nextPair)) return
    const idle = requestIdleCallback(() => sides.of(nextPair))
    return () => cancelIdleCallback(idle)
  }, [nextPair, sides])

  const show = (id: number | null) => {
    saver.flush()
    setAskingSide(false)
    announce('')
    setPairId(id)
  }

  const change = (next: Said, label: string) => {
    if (!stored || !said) return
    setUndoables(pushed(undoables, { pairId: stored.id, label, former: said }))
    saver.change(stored.id, next, false)
    announce(label)
  }

  const isJudged = (id: number, wasJudged: boolean) => {
    const local = saving.local.get(id)
    return local ? local.verdict !== null : wasJudged
  }

  return {
    state,
    pair: stored,
    pairId,
    said,
    index,
    sides,
    saving,
    saver,
    isAskingSide,
    announcement,
    loadError: loaded.error,
    undoLabel: undoables.at(-1)?.label ?? null,
    judge(verdict: PairVerdict) {
      if (said && said.verdict !== verdict) change({ ...said, verdict }, verdictWords[verdict])
    },
    turnFailure(side: PairSide) {
      setAskingSide(false)
      if (said) change(withFailureTurned(said, side), failureLabel(side))
    },
    askSide: () => setAskingSide(stored !== undefined && !isAskingSide),
    stopAsking: () => setAskingSide(false),
    setNote(note: string) {
      if (stored && said) saver.change(stored.id, { ...said, note }, true)
    },
    go(by: 1 | -1) {
      const last = state.pairs.at(-1)
      if (pairId === null) return by === -1 && last ? show(last.id) : undefined
      const target = state.pairs[index + by]
      if (target) show(target.id)
    },
    /** On to the next pair; after the last, to the first without a verdict, or to the end. */
    next() {
      if (!said) return
      if (said.verdict === null) {
        announce('Choose a verdict first, or go on without one with →.')
        return
      }
      const open = state.pairs.find((each) => !isJudged(each.id, each.isJudged))
      show((state.pairs[index + 1] ?? open)?.id ?? null)
    },
    undo() {
      const { last, rest } = popped(undoables)
      if (!last) return
      setUndoables(rest)
      if (last.pairId !== pairId) show(last.pairId)
      const now = saving.local.get(last.pairId)
      saver.change(last.pairId, now ? restored(now, last.former) : last.former, false)
      announce(`Undone: ${last.label}`)
    },
    /** Settles a pair that two windows judged, with the words of this one or of the other. */
    async settleConflict(id: number, which: 'mine' | 'stored') {
      const pair = await client.modelTests.pair({ pairId: id })
      queryClient.setQueryData(pairQuery(id).queryKey, pair)
      if (which === 'mine') saver.keepMine(id, pair.rev)
      else saver.takeStored(id, pair.rev)
    },
  }
}

export type Judging = ReturnType<typeof useJudging>

/** Asks for a pair before it is needed, so that going on to it waits for nothing. */
function usePairAhead(pairId: number | undefined): Pair | undefined {
  return useQuery({ ...pairQuery(pairId ?? 0), enabled: pairId !== undefined }).data
}

function useJudgementSaving(testId: number, pairId: number | null) {
  const queryClient = useQueryClient()
  const takeSeconds = useSecondsToSend(pairId)
  const [saver] = useState(() =>
    createSaver({
      save: async (id, rev, said: Said) => {
        const seconds = takeSeconds()
        return client.modelTests
          .judge({ pairId: id, rev, ...said, seconds: seconds.taken })
          .catch((error) => {
            seconds.giveBack()
            throw error
          })
      },
      revOf: ({ pair }) => pair.rev,
      onSaved: ({ pair, state }) => {
        queryClient.setQueryData(pairQuery(pair.id).queryKey, pair)
        queryClient.setQueryData(judgingQuery(testId).queryKey, state)
        queryClient.setQueryData(
          testQuery(testId).queryKey,
          (known: ModelTest | undefined) => known && { ...known, judged: state.judged },
        )
      },
      onConflict: (id) => void queryClient.invalidateQueries({ queryKey: pairQuery(id).queryKey }),
      kindOf,
      now: () => new Date().toISOString(),
    }),
  )
  const saving = useSyncExternalStore(saver.subscribe, saver.getState)

  const connection = useConnection()
  useEffect(() => {
    if (connection === 'answering' && saver.getState().failure !== null) saver.retry()
  }, [connection, saver])

  useFlushOnLeaving(saver.flush)
  return { saver, saving }
}

/** The seconds of this sitting that no verdict has taken along yet. */
function useSecondsToSend(pairId: number | null) {
  const { secondsUsed } = useSessionClock(pairId, 0, sendNothing)
  const counted = useRef(0)
  const sent = useRef(0)
  useEffect(() => {
    counted.current = secondsUsed
  }, [secondsUsed])
  const [take] = useState(() => () => {
    const taken = Math.max(0, counted.current - sent.current)
    sent.current += taken
    return {
      taken,
      giveBack: () => {
        sent.current -= taken
      },
    }
  })
  return take
}

/** The time goes along with the verdicts. */
const sendNothing = async () => undefined
