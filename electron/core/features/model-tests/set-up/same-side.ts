import type { SideSetUp } from '../../../../../shared/contract/model-tests/test.ts'

/** Whether two sides would answer alike; from which release one was started makes no difference. */
export const isSameSide = (one: SideSetUp, other: SideSetUp) => contents(one) === contents(other)

const contents = ({ releaseNumber: _, ...side }: SideSetUp) => JSON.stringify(Object.entries(side).toSorted())
