import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type {
  JudgeState,
  Pair,
  PairVerdict,
  SavedJudgement,
} from '../../../../shared/contract/model-tests/compare.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { verdictWords } from '../../../../shared/domain/model-tests/pair-verdicts.ts'
import { client } from '../../../api/client.ts'
import { standing } from '../../../session/saver.ts'
import { createSeconds } from '../../../session/seconds.ts'
import { useAsking } from '../../../session/use-asking.ts'
import { useSaver } from '../../../session/use-saver.ts'
import { useSessionClock } from '../../../session/use-session-clock.ts'
import { judgingQuery, pairQuery, testQuery } from '../queries.ts'
import { createSidesBook } from './comparison.ts'
import { failureLabel, type PairSide, type Said, saidOf, withFailureTurned } from './judgement.ts'
import { words } from './words.ts'

/** A comparison at work: the pair on screen, what is said of it, and everything that can be done. */
export function useJudging(testId: number, state: JudgeState) {
  const queryClient = useQueryClient()
  const [pairId, setPairId] = useState<number | null>(state.nextPairId)
  const [isAskingSide, setAskingSide] = useState(false)
  const [announcement, announce] = useState('')
  const [sides] = useState(createSidesBook)
  const { saver, saving, keep } = useJudgementSaving(testId, pairId)
  const { ask, ...asking } = useAsking(saver)
  const loaded = useQuery({ ...pairQuery(pairId ?? 0), enabled: pairId !== null })
  const stored = loaded.data?.id === pairId ? loaded.data : undefined
  const said = stored && saidOf(standing(stored, stored.id, saving, merge, true))
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

  const change = (patch: Partial<Said>, label: string) => {
    if (!stored) return
    saver.choose(stored.id, patch)
    announce(label)
  }

  const isJudged = (id: number, wasJudged: boolean) => {
    const local = saving.pending.findLast((each) => each.id === id && each.patch.verdict !== undefined)
    return local ? local.patch.verdict !== null : wasJudged
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
    undoLabel: state.undoLabel,
    ...asking,
    judge(verdict: PairVerdict) {
      if (said && said.verdict !== verdict) change({ verdict }, verdictWords[verdict])
    },
    turnFailure(side: PairSide) {
      setAskingSide(false)
      if (said) change(withFailureTurned(said, side), failureLabel(side))
    },
    askSide: () => setAskingSide(stored !== undefined && !isAskingSide),
    stopAsking: () => setAskingSide(false),
    setNote(note: string) {
      if (stored) saver.type(stored.id, { note })
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
        announce(words.chooseAVerdictFirstOr)
        return
      }
      const open = state.pairs.find((each) => !isJudged(each.id, each.isJudged))
      show((state.pairs[index + 1] ?? open)?.id ?? null)
    },
    async undo() {
      await ask(async () => {
        const now = queryClient.getQueryData<JudgeState>(judgingQuery(testId).queryKey)
        if (!now || now.undoLabel === null) return
        const undone = await client.modelTests.undoJudgement({ id: testId })
        saver.take(undone.pair.id, undone.pair)
        keep(undone)
        if (undone.pair.id !== pairId) show(undone.pair.id)
        announce(`Undone: ${undone.label}`)
      })
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

const merge = <Known extends Partial<Said>>(first: Known, second: Partial<Said>): Known => ({
  ...first,
  ...second,
})

function useJudgementSaving(testId: number, pairId: number | null) {
  const queryClient = useQueryClient()
  const [seconds] = useState(createSeconds<number | null>)
  useSessionClock({ itemId: pairId, secondsUsed: 0, seconds })
  const known = (id: number) => queryClient.getQueryData<Pair>(pairQuery(id).queryKey)
  const keep = ({ pair, state }: SavedJudgement) => {
    saver.know(pair.id, pair.rev)
    queryClient.setQueryData(
      pairQuery(pair.id).queryKey,
      (before: Pair | undefined) => before && { ...before, ...pair },
    )
    queryClient.setQueryData(judgingQuery(testId).queryKey, state)
    queryClient.setQueryData(
      testQuery(testId).queryKey,
      (before: ModelTest | undefined) => before && { ...before, judged: state.judged },
    )
  }
  const { saver, saving } = useSaver<Partial<Said>, SavedJudgement['pair']>({
    async save(id, rev, patch) {
      const pair = known(id)
      if (!pair) throw new Error(`Pair ${id} has not been read`)
      const spent = seconds.take()
      const judgement = {
        ...{ pairId: id, rev, ...saidOf(pair), ...patch },
        seconds: spent.reduce((sum, each) => sum + each.seconds, 0),
      }
      const saved = await client.modelTests.judge(judgement).catch((error) => {
        seconds.putBack(spent)
        throw error
      })
      keep(saved)
      return { stored: saved.pair, savedAt: saved.savedAt }
    },
    onRefused: (id) => void queryClient.invalidateQueries({ queryKey: pairQuery(id).queryKey }),
    merge,
    keepsRefused: true,
  })
  return { saver, saving, keep }
}
