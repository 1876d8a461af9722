/** How often a slow property is tried: a tenth of `full`, and all of it in `npm run test:deep`. */
export const runs = (full: number) => (process.env.MODE === 'deep' ? full : Math.ceil(full / 10))
