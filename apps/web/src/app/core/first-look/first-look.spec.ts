import { takeOver } from './first-look';

const MENU = `<button class="name">Leeks</button><button aria-label="Add Leeks"></button><input name="q">`;

describe('takeOver', () => {
  const page = document;
  let added: number;
  const button = (selector: string): HTMLElement => page.querySelector<HTMLElement>(selector) ?? page.body;

  beforeEach(() => {
    added = 0;
    page.body.innerHTML = `<first-look>${MENU}</first-look><app-root hidden>${MENU}</app-root>`;
    button('app-root [aria-label]').addEventListener('click', () => (added += 1));
  });

  it('shows the site in the place of the first look', () => {
    takeOver(page);
    expect([page.querySelector('first-look'), button('app-root').hidden]).toEqual([null, false]);
  });

  it('does the taps that could not act yet, once', () => {
    globalThis.comandaTaps = [button('first-look [aria-label]'), button('first-look [aria-label]')];
    takeOver(page);
    expect([added, globalThis.comandaTaps]).toEqual([2, []]);
    takeOver(page);
    expect(added).toBe(2);
  });

  it('keeps the focus and what was typed', () => {
    const field = page.querySelector<HTMLInputElement>('first-look input');
    const inputs: string[] = [];
    page.querySelector('app-root input')?.addEventListener('input', (event) => {
      inputs.push((event.target as HTMLInputElement).value);
    });
    if (field) field.value = 'lee';
    field?.focus();
    takeOver(page);
    expect(inputs).toEqual(['lee']);
    expect(page.activeElement).toBe(page.querySelector('app-root input'));
  });

  it('lets a tap go that has no twin any more', () => {
    globalThis.comandaTaps = [button('first-look .name')];
    button('app-root .name').remove();
    takeOver(page);
    expect(globalThis.comandaTaps).toEqual([]);
  });
});
