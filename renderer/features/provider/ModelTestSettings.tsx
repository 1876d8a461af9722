import layout from '../../ui/layout/layout.module.css'
import { ApiKeySettings } from './ApiKeySettings.tsx'
import { GatewaySettings } from './GatewaySettings.tsx'
import { PriceTable } from './PriceTable.tsx'
import styles from './provider.module.css'

/** What a model test needs to fetch outputs itself: a key, an address, and prices to work out costs with. */
export function ModelTestSettings() {
  return (
    <div className={`${layout.stack} ${styles.settings}`}>
      <ApiKeySettings />
      <GatewaySettings />
      <PriceTable />
    </div>
  )
}
