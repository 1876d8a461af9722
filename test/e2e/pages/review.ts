import { expect, type Page } from '@playwright/test'

/** One review at work: reading pane, scorecard and the bars around them. */
export function createReview(page: Page) {
  const scorecard = page.getByRole('complementary', { name: 'Scorecard' })
  const pane = page.getByRole('region', { name: 'Output', exact: true })
  const choice = (name: string) => scorecard.getByRole('radiogroup', { name, exact: true })
  const dialog = page.getByRole('dialog')

  return {
    scorecard,
    pane,
    dialog,
    place: page.getByText(/^Output \d+ of \d+$/),
    saved: page.getByText(/^Saved \d/),
    notSaved: page.getByText('Not saved'),
    group: (name: string) => scorecard.getByRole('region', { name, exact: true }),
    standard: choice,
    verdict: (standard: string, verdict: string) =>
      choice(standard).getByRole('radio', { name: verdict, exact: true }),
    satisfaction: choice('Satisfaction, 1 to 5'),
    issueType: (type: string) => scorecard.getByRole('button', { name: type, exact: true }),
    issueNote: (standard: string) => scorecard.getByRole('textbox', { name: `Note on ${standard}` }),
    note: scorecard.getByRole('textbox', { name: 'Note on this output' }),
    minutes: scorecard.getByRole('textbox', { name: 'Minutes spent correcting it' }),
    view: pane.getByRole('radiogroup', { name: 'View' }),
    inserted: pane.getByRole('insertion'),
    deleted: pane.getByRole('deletion'),
    folds: pane.getByRole('button', { name: /sentences the same$/ }),
    flag: page.getByRole('button', { name: /^Flag/ }),
    undo: page.getByRole('button', { name: /^Undo/ }),
    taskList: page.getByRole('button', { name: 'Task list' }),
    banner: page.getByRole('alert'),
    button: (name: string) => page.getByRole('button', { name }),

    /** Waits until output `position` is on screen. */
    at: (position: number, total = 10) =>
      expect(page.getByText(`Output ${position} of ${total}`, { exact: true })).toBeVisible(),

    /** Every mark of the output on screen, as the screen shows it. */
    async marks(standards: readonly string[]) {
      const chosen = standards.map(async (standard) => {
        const radio = choice(standard).getByRole('radio', { checked: true })
        return (await radio.count()) === 0 ? 'nothing' : await radio.inputValue()
      })
      return Object.fromEntries(
        (await Promise.all(chosen)).map((verdict, index) => [standards[index], verdict]),
      )
    },
  }
}

/** The standards every new workflow starts with, as the scorecard names them. */
export const standardNames = ['Accurate', 'Complete', 'Right tone', 'Right terms', 'Safe to send, must-pass']
