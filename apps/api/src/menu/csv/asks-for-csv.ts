/** True when a spreadsheet is asked for, and JSON not before it. */
export function asksForCsv(accept = ''): boolean {
  const wanted = accept.split(',').map((type) => type.split(';', 1)[0]?.trim().toLowerCase());
  const first = wanted.find((type) => type === 'text/csv' || type === 'application/json');
  return first === 'text/csv';
}
