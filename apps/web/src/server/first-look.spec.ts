import { toFirstLook } from './first-look';

const DRAWN = `<html lang="en"><head><meta name="description" content="Any menu"><link rel="stylesheet" href="styles-ABCD1234.css"><style ng-app-id="ng">p[_ngcontent-ng-c77]{color:red}</style><style ng-app-id="ng">b[_nghost-ng-c5]{top:0}</style></head>
<body ngcm=""><!--nghm--><app-root _nghost-ng-c5="" ng-version="22.2.0" ng-server-context="other"><p _ngcontent-ng-c77="">Leeks <!---->8.90</p></app-root><script src="main.js"></script></body></html>`;
const parts = {
  plain: '<noscript>$& rice</noscript>',
  head: '<meta name="description" content="$& small plates">',
  stylesheet: (name: string) => `@font-face{src:url("media/figtree-latin-wght-normal.woff2")}/* ${name} $' */`,
};

describe('toFirstLook', () => {
  const page = toFirstLook(DRAWN, parts);

  it('shows what was drawn in front of the hidden site', () => {
    expect(page).toContain(
      '<first-look _h1=""><p _c0="">Leeks 8.90</p></first-look><noscript>$& rice</noscript><app-root hidden></app-root>',
    );
    expect(page).not.toMatch(/ng-version|server-context|ng-app-id|<!--/);
  });

  it('carries all styles, so that nothing is fetched before it can be read', () => {
    expect(page).toContain('<style id="first-look-style">p[_c0]{color:red}b[_h1]{top:0}</style>');
    expect(page).toContain("/* styles-ABCD1234.css $' */</style>");
    expect(page).not.toContain('rel="stylesheet"');
  });

  it('asks for the face of the words early and says what it is', () => {
    expect(page).toContain('as="font" type="font/woff2" crossorigin href="media/figtree-latin-wght-normal.woff2"');
    expect(page).toContain('content="$& small plates"');
    expect(page.match(/name="description"/g)).toHaveLength(1);
  });
});
