import { otherScreens, screensOfReviews } from '../all-screens.ts'
import { expectAccessible } from '../axe.ts'
import { test } from '../fixtures.ts'
import { expectNoOverflow } from '../overflow.ts'
import { createShell } from '../pages/shell.ts'
import { openSample } from '../prepare.ts'
import { expectToStay } from '../staying.ts'

// A trace would keep axe's own source.
test.use({ trace: 'off' })

for (const [which, screens] of [
  ['reviews and workflows', screensOfReviews],
  ['the Foundation, model tests and the rest', otherScreens],
] as const) {
  test(`every screen is accessible, fits and stays in place: ${which}`, async ({ page, evenkeel }) => {
    await openSample(page, evenkeel)
    for (const path of await screens(page)) {
      await createShell(page).open(path)
      await expectAccessible(page, path)
      await expectNoOverflow(page, path)
      await expectToStay(page, path)
    }
  })
}
