import { Component, inject, signal } from '@angular/core';
import { BAR_PRESETS, KeyMaps } from '../device/key-map';
import { SETUP_TEXTS } from './setup-texts';
import { SheetState } from './sheet-state';

/** Keys of ours that a bar can be taught, by what they do. */
const TEACHABLE: readonly (readonly [string, string])[] = [
  ...[...'1234567890'].map((key, index) => [key, `Slot ${index + 1}`] as const),
  ['arrowleft', 'The ticket before'],
  ['arrowright', 'The next ticket'],
  ['arrowup', 'The item above'],
  ['arrowdown', 'The item below'],
  ['enter', 'Press it'],
  ['r', 'Recall the last one'],
  ['shift+r', 'The list of bumped tickets'],
  ['b', 'Begin'],
  ['a', 'All day'],
  ['s', 'Sold out'],
  ['c', 'Close the gaps'],
];

/** Tells the keys of a bump bar: a known bar at once, any other by pressing its keys. */
@Component({
  selector: 'app-bar-setup',
  template: `
    <h3>{{ t.bar }}</h3>
    <p>{{ t.barLead }}</p>
    <div class="choices">
      <button type="button" class="kitchen-button" [attr.aria-pressed]="count() === 0" (click)="maps.set({})">
        {{ t.barNone }}
      </button>
      @for (name of presetNames; track name) {
        <button type="button" class="kitchen-button" [attr.aria-pressed]="isPreset(name)" (click)="choose(name)">
          {{ name }}
        </button>
      }
      <button type="button" class="kitchen-button" [attr.aria-pressed]="step() !== null" (click)="teach()">
        {{ step() === null ? t.teach : t.stopTeaching }}
      </button>
    </div>
    <p role="status">{{ words() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    h3 {
      margin-block-end: var(--space-2);
      font-size: 1.25rem;
      font-weight: 700;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      margin-block-end: var(--space-3);
    }
    button[aria-pressed='true'] {
      border-color: var(--accent);
      background: var(--accent-soft);
    }
    p {
      font-size: 1.125rem;
    }
  `,
  host: { '(document:keydown)': 'learn($event)' },
})
export class BarSetup {
  protected readonly t = SETUP_TEXTS;
  protected readonly maps = inject(KeyMaps);
  private readonly sheets = inject(SheetState);
  protected readonly presetNames = Object.keys(BAR_PRESETS);
  /** Which of our keys is being taught. */
  protected readonly step = signal<number | null>(null);

  protected count(): number {
    return Object.keys(this.maps.map()).length;
  }

  protected words(): string {
    const step = this.step();
    if (step !== null) return this.t.teachPress(TEACHABLE[step]?.[1] ?? '');
    return this.count() === 0 ? '' : this.t.barOwn(this.count());
  }

  protected isPreset(name: string): boolean {
    return JSON.stringify(this.maps.map()) === JSON.stringify(BAR_PRESETS[name]);
  }

  protected choose(name: string): void {
    this.maps.set(BAR_PRESETS[name] ?? {});
  }

  protected teach(): void {
    const teaching = this.step() !== null;
    if (!teaching) this.maps.set({});
    this.step.set(teaching ? null : 0);
  }

  /** The next key that is pressed is the bar's; Tab and Escape stay what they are, or nobody could stop. */
  protected learn(event: KeyboardEvent): void {
    const step = this.step();
    if (step === null || this.sheets.open() !== 'setup' || ['Tab', 'Escape', 'Shift'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    this.maps.teach(event.key, TEACHABLE[step]?.[0] ?? '');
    this.step.set(step + 1 < TEACHABLE.length ? step + 1 : null);
  }
}
