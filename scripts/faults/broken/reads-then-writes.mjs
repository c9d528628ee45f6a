// Loaded before the product in a test of the checker: portions and stock are read and written without a lock in between.
import { productModule } from './product.mjs';

function withoutLocks({ prototype }, ...names) {
  for (const name of names) {
    const locking = prototype[name];
    prototype[name] = function (...given) {
      const { sql, values } = locking.apply(this, given);
      return { sql: sql.replace(' FOR UPDATE', ''), values };
    };
  }
}

const { PortionTaking } = await productModule('menu/portion-taking.js');
const { StockTaking } = await productModule('inventory/stock-taking.js');
withoutLocks(PortionTaking, 'lockCountdowns', 'lockVersions');
withoutLocks(StockTaking, 'lockLevels');
