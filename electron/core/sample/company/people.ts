/** Who owns, checks and decides in the sample company. */
export const samplePeople = [
  { name: 'Dana', role: 'Owner' },
  { name: 'Jonas Weber', role: 'Customer Care' },
  { name: 'Sofia Marques', role: 'Sales' },
  { name: 'Mira Holt', role: 'People' },
] as const
