// Loaded before the product in a test of the checker: portions are read and written without a lock in between.
import { productModule } from './product.mjs';

const { PortionTaking } = await productModule('menu/portion-taking.js');
for (const name of ['lockCountdowns', 'lockVersions']) {
  const locking = PortionTaking.prototype[name];
  PortionTaking.prototype[name] = function (...given) {
    const { sql, values } = locking.apply(this, given);
    return { sql: sql.replace(' FOR UPDATE', ''), values };
  };
}
