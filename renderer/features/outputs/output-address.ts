import { OutputFilter, OutputOrder } from '../../../shared/contract/outputs.ts'

/** What the list shows, as it stands in the address. */
export type ListState = OutputFilter & { order: OutputOrder; offset: number }

const { search, month, show, standard } = OutputFilter.shape
const chosen = standard.catch(null)
const newest: OutputOrder = { by: 'month', isAscending: false }

/** "?q=price&month=2026-10&order=-editing"; what is not understood is left out. */
export function readAddress(address: string): ListState {
  const given = new URLSearchParams(address)
  const order = given.get('order') ?? ''
  const by = OutputOrder.shape.by.safeParse(order.replace(/^-/, ''))
  const from = Number(given.get('from'))
  return {
    search: search.catch('').parse(given.get('q') ?? ''),
    month: month.catch(null).parse(given.get('month')),
    standard: chosen.parse(given.get('standard')),
    type: chosen.parse(given.get('type')),
    section: chosen.parse(given.get('section')),
    person: chosen.parse(given.get('person')),
    show: show.catch('all').parse(given.get('show') ?? 'all'),
    order: by.success ? { by: by.data, isAscending: !order.startsWith('-') } : newest,
    offset: Number.isInteger(from) && from > 0 ? from : 0,
  }
}

/** The same with "?", or nothing where all is as it is without. */
export function addressOf({ search: words, show: shown, order, offset, ...choices }: ListState): string {
  const given = new URLSearchParams()
  if (words !== '') given.set('q', words)
  if (shown !== 'all') given.set('show', shown)
  for (const [name, value] of Object.entries(choices)) if (value !== null) given.set(name, value)
  if (!isSameOrder(order, newest)) given.set('order', `${order.isAscending ? '' : '-'}${order.by}`)
  if (offset > 0) given.set('from', String(offset))
  return given.size === 0 ? '' : `?${given}`
}

const isSameOrder = (one: OutputOrder, other: OutputOrder) =>
  one.by === other.by && one.isAscending === other.isAscending

export const isNarrowed = ({ search: words, show: shown, month: of, ...rest }: ListState) =>
  words.trim() !== '' ||
  shown !== 'all' ||
  [of, rest.standard, rest.type, rest.section, rest.person].some((value) => value !== null)

/** Everything again, in the order it had. */
export const widened = ({ order }: ListState): ListState => ({ ...readAddress(''), order })

/** A column's first order is the one that is looked for: newest, most edited, least satisfied; then the other way. */
export function sortedBy(state: ListState, by: OutputOrder['by']): ListState {
  const isAscending = state.order.by === by ? !state.order.isAscending : by === 'satisfaction'
  return { ...state, order: { by, isAscending }, offset: 0 }
}
