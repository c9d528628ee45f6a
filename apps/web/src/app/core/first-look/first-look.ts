declare global {
  /** Kept by the script in index.html, oldest first. */
  var comandaTaps: HTMLElement[] | undefined;
}

/**
 * Puts the site in the place of the page as the house drew it, in one step that moves nothing: the focus, what was typed
 * and the taps that could not act yet go over to their twins. Without such a page it does nothing.
 */
export function takeOver(page: Document): void {
  const look = page.querySelector('first-look');
  const site = page.querySelector<HTMLElement>('app-root');
  if (look === null || site === null) return;
  const focused = look.contains(page.activeElement) ? page.activeElement : null;
  const typed = look.querySelector('input')?.value ?? '';
  page.getElementById('first-look-style')?.remove();
  look.remove();
  site.hidden = false;
  twinOf(focused, site)?.focus({ preventScroll: true });
  type(site.querySelector('input'), typed);
  for (const tapped of globalThis.comandaTaps?.splice(0) ?? []) twinOf(tapped, site)?.click();
}

/** The control that does the same: of the same kind and name. */
function twinOf(control: Element | null, site: HTMLElement): HTMLElement | undefined {
  if (control === null) return undefined;
  return [...site.querySelectorAll<HTMLElement>(control.localName)].find((each) => nameOf(each) === nameOf(control));
}

function nameOf(control: Element): string | null {
  return control.getAttribute('aria-label') ?? control.textContent.trim();
}

function type(field: HTMLInputElement | null, text: string): void {
  if (field === null || text === '') return;
  field.value = text;
  field.dispatchEvent(new Event('input'));
}
