// One line for each fact that a run is to prove.
const total = { passed: 0, failed: 0 };

export function check(fact, holds, figures = '') {
  total[holds ? 'passed' : 'failed'] += 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${fact}${figures ? `: ${figures}` : ''}`);
}

export function finish() {
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** The value below which a share of the sorted values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const ms = (value) => `${value.toFixed(0)} ms`;
