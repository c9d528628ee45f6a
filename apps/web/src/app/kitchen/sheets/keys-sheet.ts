import { Component, inject } from '@angular/core';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { KeySwitch } from '../device/key-switch';
import { KITCHEN_TEXTS } from '../kitchen-texts';
import { SheetState } from './sheet-state';

/** What each key does, and the switch that turns single keys off. */
@Component({
  selector: 'app-keys-sheet',
  imports: [DialogSheet],
  template: `
    <app-dialog-sheet [open]="sheets.open() === 'keys'" [heading]="t.keysHeading" (closed)="sheets.close()">
      <label class="switch">
        <input type="checkbox" class="tick" [checked]="keys.on()" (change)="keys.set(!keys.on())" />
        {{ t.keysSwitch }}
      </label>
      @if (!keys.on()) {
        <p role="status">{{ t.keysOff }}</p>
      }
      <dl>
        @for (entry of sheets.keyList(); track entry[0]) {
          <div>
            <dt>
              <kbd>{{ entry[0] }}</kbd>
            </dt>
            <dd>{{ entry[1] }}</dd>
          </div>
        }
      </dl>
    </app-dialog-sheet>
  `,
  styles: `
    .switch {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-block-size: var(--target);
      font-size: var(--text-18);
      font-weight: 650;
      cursor: pointer;
    }
    .tick {
      inline-size: 2rem;
      block-size: 2rem;
    }
    dl {
      margin: 0;
    }
    dl > div {
      display: grid;
      grid-template-columns: 8rem 1fr;
      align-items: baseline;
      gap: var(--space-3);
      padding-block: var(--space-2);
      border-block-start: 1px solid var(--line);
    }
    dd {
      margin: 0;
    }
    kbd {
      font: 700 1rem/1.4 var(--font-board);
    }
  `,
})
export class KeysSheet {
  protected readonly sheets = inject(SheetState);
  protected readonly t = KITCHEN_TEXTS;
  protected readonly keys = inject(KeySwitch);
}
