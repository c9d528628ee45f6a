/** The same content as plain objects, without what is null or absent. */
export function withoutNulls<Content>(content: Content): Content {
  return strip(content) as Content;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, strip(member)]));
}
