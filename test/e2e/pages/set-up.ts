import type { Page } from '@playwright/test'
import type { Keyboard } from './keyboard.ts'

type NewWorkflow = { name: string; byHandMinutes?: string }

/** The first run: welcome, then five pages of one thing each. */
export function createSetUp(page: Page, keyboard: Keyboard) {
  const step = (name: string) => page.getByRole('heading', { level: 1, name })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const button = (name: string) => page.getByRole('button', { name })
  const measures = page.getByRole('radiogroup', { name: 'What editing is counted in' })

  return {
    welcome: step('Keep your AI workflows on standard'),
    company: step('Your company'),
    firstWorkflow: step('Your first AI workflow'),
    anotherWorkflow: step('Another AI workflow'),
    standards: step('What every output must do'),
    measure: step('How editing is measured'),
    ready: step('Ready for your first review'),
    button,
    field,
    measures,
    lookAround: button('Look around the sample company'),

    start: () => keyboard.activate(button('Start my company')),

    async nameCompany(name: string, owner: string) {
      await keyboard.fill(field('Company'), name)
      await keyboard.fill(field('Your name'), owner)
      await keyboard.press('Enter')
    },

    /** A workflow through its three pages; measured by text unless minutes by hand are given. */
    async addWorkflow({ name, byHandMinutes }: NewWorkflow) {
      await keyboard.fill(field('Name'), name)
      await keyboard.press('Enter')
      await step('What every output must do').waitFor()
      await keyboard.activate(button('Continue'))
      await step('How editing is measured').waitFor()
      await keyboard.choose(measures, byHandMinutes === undefined ? 'Text changed' : 'Minutes')
      if (byHandMinutes !== undefined) await keyboard.fill(field('Minutes by hand'), byHandMinutes)
      await keyboard.activate(button('Continue'))
      await step('Ready for your first review').waitFor()
    },

    addAnother: () => keyboard.activate(button('Add another workflow')),
    goHome: () => keyboard.activate(button('Go to Home')),
  }
}
