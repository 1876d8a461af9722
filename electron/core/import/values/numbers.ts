/** Reads 6.5, "6,5", "1,234.5", "1.234,5", "15 %" (as 15); null for anything else. */
export function readNumber(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  const value = text
    .trim()
    .replace(/\s*%$/, '')
    .replace(/[\s'’](?=\d{3}\b)/g, '')
  if (!/^[+-]?(\d[\d.,]*|[.,]\d+)$/.test(value)) return null
  const number = Number(withDecimalPoint(value))
  return Number.isFinite(number) ? number : null
}

function withDecimalPoint(value: string): string {
  const comma = value.lastIndexOf(',')
  const point = value.lastIndexOf('.')
  if (comma === -1) return value.split('.').length > 2 ? value.replaceAll('.', '') : value
  const isThousands = point === -1 ? /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(value) : point > comma
  return isThousands ? value.replaceAll(',', '') : value.replaceAll('.', '').replace(',', '.')
}
