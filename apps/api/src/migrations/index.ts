/** In the order in which they run. Made by `npm run migration:generate`. */
export const migrations = { sqlite: [], mysql: [] };
