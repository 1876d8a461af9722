/** The language and region the system asks for: how dates, numbers and weeks are written. */
export const locale = navigator.language
