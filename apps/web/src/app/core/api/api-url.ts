const API_BASE = '/api/v1';

/** The full same-origin URL of an API path: `apiUrl('/locations', id, 'menu')`. Segments are encoded. */
export function apiUrl(path: string, ...segments: readonly string[]): string {
  return [API_BASE + path, ...segments.map(encodeURIComponent)].join('/');
}
