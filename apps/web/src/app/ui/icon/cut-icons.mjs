// Cuts the icons named below out of lucide-static (ISC) into guest-icons.ts, staff-icons.ts and kitchen-icons.ts: node apps/web/src/app/ui/icon/cut-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The guest's pages come first over a slow line, so they bring only their own icons; staff areas load the others. */
const SETS = {
  guest: `arrow-left banknote check chevron-right circle-alert clock globe info leaf map-pin minus phone plus receipt
    search shopping-bag trash-2 triangle-alert utensils wifi-off x`,
  staff: `arrow-down arrow-right arrow-up ban bell calendar chart-column chef-hat chevron-down chevron-left chevron-up
    circle-check circle-x clipboard-list copy credit-card download ellipsis-vertical external-link eye eye-off file-up
    flame grip-vertical hand-platter history keyboard layout-grid link list lock log-out maximize menu moon
    package-check pause pencil play printer qr-code rotate-ccw settings sliders-horizontal store sun undo-2 upload user
    users volume-2 volume-x`,
};

/** Of the staff's, those that the kitchen shows: its screens need no others. */
SETS.kitchen = `arrow-up ban bell chef-hat chevron-down circle-check flame hand-platter history keyboard layout-grid list
  maximize moon pause play rotate-ccw settings sun undo-2 volume-2 volume-x`;

const require = createRequire(import.meta.url);
const attributesOf = (tag) => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));

/** A path that begins relative would begin where the one before it ended. */
function fromOrigin(d) {
  const begin = /^m(-?[\d.]+)[\s,]*(-?[\d.]+)\s*/.exec(d);
  if (begin === null) return d;
  const rest = d.slice(begin[0].length);
  return `M${begin[1]} ${begin[2]}${/^[-\d.]/.test(rest) ? 'l' : ''}${rest}`;
}

function ellipse({ cx, cy, rx, ry }) {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
}

function rectangle({ x = 0, y = 0, width: w, height: h, rx = 0 }) {
  if (rx === 0) return `M${x} ${y}h${w}v${h}h${-w}z`;
  const corner = (dx, dy) => `a${rx} ${rx} 0 0 1 ${dx} ${dy}`;
  const [inner, down] = [w - 2 * rx, h - 2 * rx];
  return `M${x + rx} ${y}h${inner}${corner(rx, rx)}v${down}${corner(-rx, rx)}h${-inner}${corner(-rx, -rx)}v${-down}${corner(rx, -rx)}z`;
}

const SHAPES = {
  path: (a) => fromOrigin(a.d),
  line: (a) => `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`,
  polyline: (a) => `M${a.points}`,
  polygon: (a) => `M${a.points}z`,
  circle: (a) => ellipse({ cx: +a.cx, cy: +a.cy, rx: +a.r, ry: +a.r }),
  ellipse: (a) => ellipse({ cx: +a.cx, cy: +a.cy, rx: +a.rx, ry: +a.ry }),
  rect: (a) => rectangle(Object.fromEntries(Object.entries(a).map(([k, v]) => [k, +v]))),
};

function pathOf(name) {
  const svg = readFileSync(require.resolve(`lucide-static/icons/${name}.svg`), 'utf8');
  const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1);
  return [...body.matchAll(/<(path|line|polyline|polygon|circle|ellipse|rect)\b[^>]*>/g)]
    .map(([tag, shape]) => SHAPES[shape](attributesOf(tag)))
    .join('');
}

for (const [set, names] of Object.entries(SETS)) {
  const lines = names.split(/\s+/).map((name) => `  ${name.includes('-') ? `'${name}'` : name}: '${pathOf(name)}',`);
  const text = `/** Outlines of 24 x 24 icons, cut from lucide-static (ISC) by cut-icons.mjs. */
// prettier-ignore
export const ${set.toUpperCase()}_ICONS = {
${lines.join('\n')}
} as const;
`;
  writeFileSync(new URL(`${set}-icons.ts`, import.meta.url), text);
}
