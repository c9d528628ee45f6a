// Cuts the icons named below out of lucide-static (ISC) into icon-shapes.ts: node apps/web/src/app/ui/icon/cut-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const NAMES = `arrow-down arrow-left arrow-right arrow-up ban banknote bell calendar chart-column check chef-hat
chevron-down chevron-left chevron-right chevron-up circle-alert circle-check circle-x clipboard-list clock copy
credit-card download ellipsis-vertical external-link eye eye-off file-up flame globe grip-vertical hand-platter history
info keyboard layout-grid leaf link list lock log-out map-pin maximize menu minus moon package-check pause pencil phone
play plus printer qr-code receipt rotate-ccw search settings shopping-bag sliders-horizontal store sun trash-2
triangle-alert undo-2 upload user users utensils volume-2 volume-x wifi-off x`
  .split(/\s+/)
  .sort();

const require = createRequire(import.meta.url);
const attributesOf = (tag) => Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));

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
  path: (a) => a.d,
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

const lines = NAMES.map((name) => `  ${name.includes('-') ? `'${name}'` : name}: '${pathOf(name)}',`);
const text = `/** Outlines of 24 x 24 icons, cut from lucide-static (ISC) by cut-icons.mjs. */
// prettier-ignore
export const ICON_SHAPES = {
${lines.join('\n')}
} as const;

export type IconName = keyof typeof ICON_SHAPES;
`;
writeFileSync(new URL('icon-shapes.ts', import.meta.url), text);
