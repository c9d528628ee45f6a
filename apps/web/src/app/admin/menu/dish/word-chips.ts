import { Component, computed, input, output } from '@angular/core';

/** Words of a fixed list to declare; "none of these" is a declaration too, and nothing said is not. */
@Component({
  selector: 'app-word-chips',
  template: `
    <div class="words" role="group" [id]="groupId()" tabindex="-1" [attr.aria-label]="label()">
      <p class="label" aria-hidden="true">{{ label() }}</p>
      <div class="chips">
        @for (word of words(); track word) {
          <label class="chip">
            <input type="checkbox" [checked]="value()?.includes(word)" (change)="toggle(word)" />
            <span>{{ names()[word] }}</span>
          </label>
        }
        <label class="chip">
          <input type="checkbox" [checked]="value()?.length === 0" (change)="toggleNone()" />
          <span>{{ noneLabel() }}</span>
        </label>
      </div>
      @if (error(); as text) {
        <p class="error">{{ text }}</p>
      } @else if (value() === null && undeclared()) {
        <p class="warn">{{ undeclared() }}</p>
      }
    </div>
  `,
  styles: `
    .words {
      display: grid;
      gap: var(--space-2);
    }
    .label {
      margin: 0;
      font-weight: 600;
    }
  `,
  styleUrl: './dish-part.css',
})
export class WordChips<Word extends string> {
  readonly groupId = input.required<string>();
  readonly label = input.required<string>();
  readonly words = input.required<readonly Word[]>();
  readonly names = input.required<Readonly<Record<Word, string>>>();
  /** Null: nothing is declared. */
  readonly value = input.required<readonly Word[] | null>();
  readonly noneLabel = input.required<string>();
  readonly undeclared = input<string | null>(null);
  readonly error = input<string | null>(null);
  readonly changed = output<readonly Word[] | null>();

  private readonly chosen = computed(() => new Set(this.value() ?? []));

  /** In the order of the list, so that the same choice is the same value. */
  protected toggle(word: Word): void {
    const chosen = this.chosen();
    const next = this.words().filter((each) => chosen.has(each) !== (each === word));
    this.changed.emit(next.length === 0 ? null : next);
  }

  protected toggleNone(): void {
    this.changed.emit(this.value()?.length === 0 ? null : []);
  }
}
