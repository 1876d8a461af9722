/** Where English is written in a way of its own: the order of day and month, and the marks of numbers. */
const regions = new Set(['US', 'GB', 'AU', 'CA', 'IE'])

/**
 * The English in which dates and numbers are written, by the system's language tag: sentences are English, so
 * their months and weekdays are too ("de-DE" writes as "en-GB", "fr-CA" as "en-CA"). Never throws.
 */
export function writtenLocale(systemLocale: string | undefined): string {
  const region = regionOf(systemLocale)
  return region !== undefined && regions.has(region) ? `en-${region}` : 'en-GB'
}

function regionOf(tag: string | undefined): string | undefined {
  try {
    const { language, region } = new Intl.Locale(tag ?? '')
    return language === 'en' && region === undefined ? 'GB' : region
  } catch {
    return undefined
  }
}
