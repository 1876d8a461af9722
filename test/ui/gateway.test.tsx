import { expect, test } from 'vitest'
import { GatewaySettings } from '../../renderer/features/provider/GatewaySettings.tsx'
import { expectAccessible, show } from './helpers/show.tsx'

const anthropic = {
  ...{ id: 'anthropic', name: 'Anthropic', exampleModel: 'claude-opus-5', ownHost: 'api.anthropic.com' },
  key: { isSet: false, lastFour: null, kept: null, note: null },
}
const own = { ...anthropic, host: 'api.anthropic.com', gateway: null }
const throughGateway = { ...anthropic, host: 'ai.example.com', gateway: 'https://ai.example.com' }

test('an address of the company is entered, and asked for where there is none', async () => {
  const { screen, asked } = await show(<GatewaySettings />, {
    'provider/list': [own],
    'provider/setGateway': throughGateway,
  })
  await expect.element(screen.getByText('The address of Anthropic itself.')).toBeVisible()
  await screen.getByRole('button', { name: 'Use a company gateway' }).click()
  const field = screen.getByRole('textbox', { name: 'Address of the gateway' })
  await expect.element(field).toHaveFocus()
  await screen.getByRole('button', { name: 'Send requests there' }).click()
  await expect.element(screen.getByText('Enter the address, or cancel.')).toBeVisible()
  expect(asked.map(({ procedure }) => procedure)).toEqual(['provider/list'])
  await expectAccessible(screen.container)
  await field.fill('https://ai.example.com')
  await screen.getByRole('button', { name: 'Send requests there' }).click()
  await expect
    .poll(() => asked.find(({ procedure }) => procedure === 'provider/setGateway')?.input)
    .toEqual({ provider: 'anthropic', address: 'https://ai.example.com' })
})

test('a gateway is named, with the way back', async () => {
  const { screen, text } = await show(<GatewaySettings />, { 'provider/list': [throughGateway] })
  await expect
    .element(screen.getByText('Your company’s gateway, instead of api.anthropic.com.'))
    .toBeVisible()
  expect(text()).toContain('ai.example.com')
  await expect.element(screen.getByRole('button', { name: 'Back to api.anthropic.com' })).toBeVisible()
  await expectAccessible(screen.container)
})
