import type { LocationView } from '@comanda/shared';

/** What a phone shows when a guest keeps the site on its home screen. */
export function siteManifest(location: Pick<LocationView, 'name' | 'seedColour'> | null): object {
  const name = location?.name ?? 'Comanda';
  return {
    name,
    short_name: name,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fcfaf6',
    theme_color: location?.seedColour ?? '#b5361c',
    icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any maskable' }],
  };
}
