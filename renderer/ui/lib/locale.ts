import { writtenLocale } from '../../../shared/domain/language.ts'

/** How dates and numbers are written beside English sentences, by the system's region. */
export const locale = writtenLocale(navigator.language)
