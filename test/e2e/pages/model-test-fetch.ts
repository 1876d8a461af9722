import type { Page } from '@playwright/test'

/** Fetching outputs through the API: the key, what would be sent, and how far it is. */
export function createFetching(page: Page) {
  const main = page.getByRole('main')
  const button = (name: string | RegExp) => main.getByRole('button', { name })

  return {
    enterKeyLink: main.getByRole('link', { name: 'Enter an API key' }),
    keyField: main.getByRole('textbox', { name: 'API key' }),
    keepKey: button('Keep this key'),
    key: main.getByText(/^Key ending in /),
    askForModels: button('See which models it can use'),
    models: main.getByRole('list', { name: 'Models the key can use' }).getByRole('listitem'),

    plan: main.getByRole('region', { name: 'What would leave this computer' }),
    personal: main.getByRole('region', { name: /to contain personal data$/ }),
    mask: (input: string) => button(`Mask: ${input}`),
    cap: main.getByRole('textbox', { name: 'Stop at, in US dollars (optional)' }),
    send: button(/^(Go on: s|S)end \d+ requests? to /),

    run: (state: 'Fetching' | 'Paused' | 'Stopped' | 'Fetched') =>
      main.getByRole('region', { name: state, exact: true }),
    pause: button('Pause'),
    note: (text: string | RegExp) => main.getByText(text),

    requests: main.getByRole('table', { name: 'Requests' }).getByRole('row'),
  }
}
