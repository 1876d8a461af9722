import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Price } from '../../../shared/contract/provider.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { samplingLabels } from '../../../shared/domain/model-tests/model-settings.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import { PriceDialog } from './PriceDialog.tsx'
import styles from './provider.module.css'
import { formatPrice, words } from './words.ts'

/** What the models cost, each with the day that price was looked up. */
export function PriceTable() {
  const prices = useQuery(orpc.provider.prices.queryOptions())
  const [open, setOpen] = useState<{ price: Price | null } | null>(null)
  return (
    <Section
      title={words.prices}
      aside={
        <Button variant="default" onClick={() => setOpen({ price: null })}>
          {words.addAPrice}
        </Button>
      }
    >
      <p className={layout.quiet}>{words.usDollarsForAMillion}</p>
      {prices.isPending && <Loading />}
      {prices.isError && <ErrorNote error={prices.error} />}
      {prices.data && prices.data.length > 0 && (
        <Card>
          <Rows prices={prices.data} onOpen={(price) => setOpen({ price })} />
        </Card>
      )}
      {open && <PriceDialog price={open.price} onClose={() => setOpen(null)} />}
    </Section>
  )
}

const columns = [
  { heading: words.model },
  { heading: words.input, width: '80px', isNumber: true },
  { heading: words.output, width: '80px', isNumber: true },
  { heading: words.settingsItTakes, width: '144px' },
  { heading: words.asOf, width: '152px' },
  { heading: words.whatYouCanDo, width: '64px', isUnseen: true },
]

function Rows({ prices, onOpen }: { prices: readonly Price[]; onOpen: (price: Price) => void }) {
  const { data: providers = [] } = useQuery(orpc.provider.list.queryOptions())
  const makerOf = (price: Price) => providers.find(({ id }) => id === price.provider)?.name ?? price.provider
  return (
    <Table label={words.prices} columns={columns}>
      <tbody>
        {prices.map((price) => (
          <tr key={`${price.provider} ${price.model}`}>
            <th scope="row" className={styles.model}>
              {price.model}
              {providers.length > 1 && <span className={styles.under}>{makerOf(price)}</span>}
            </th>
            <td data-number>{formatPrice(price.input, locale)}</td>
            <td data-number>{formatPrice(price.output, locale)}</td>
            <td>{price.takes.map((name) => samplingLabels[name]).join(', ') || words.noSettings}</td>
            <td className={layout.noWrap}>{formatDay(price.asOf, locale)}</td>
            <td className={styles.rowActions}>
              <button
                type="button"
                className={layout.textButton}
                aria-label={words.editThePriceOf(price.model)}
                onClick={() => onOpen(price)}
              >
                {words.edit}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
