import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, output } from '@angular/core';
import { LIMITS, photoCut } from '@comanda/shared';
import { MenuText } from '../../core/i18n/menu-text';
import { MoneyPipe } from '../../core/money/money.pipe';
import { Icon } from '../../ui/icon/icon';
import { Stepper } from '../../ui/stepper/stepper';
import { DietFilter } from './diet-filter';
import type { Dish } from './dish';
import { containsWords, dietWords, fewLeftWords, injectOffSaleWords, spiceWords } from './dish-words';
import { MENU_TEXTS } from './menu-texts';

/** One dish on the menu. The name is stretched over the row and opens it; "+" is a stop of its own. */
@Component({
  selector: 'app-dish-row',
  imports: [Icon, MenuText, MoneyPipe, Stepper],
  templateUrl: './dish-row.html',
  styleUrl: './dish-row.css',
  host: { '[class.off]': '!dish().sellability.sellable' },
})
export class DishRow {
  readonly dish = input.required<Dish>();
  readonly currency = input.required<string>();
  /** Words about all dishes here that stand above them. */
  readonly said = input<string | null>(null);
  readonly quantity = input(0);
  /** False when nothing can be added now, whatever the dish: offline, or no way to order. */
  readonly orderable = input(true);
  readonly sayUndeclared = input(false);
  /** True for what is seen first: its photo is not waited for until somebody scrolls. */
  readonly early = input(false);
  readonly opened = output();
  readonly added = output();
  readonly takenOff = output();

  protected readonly t = MENU_TEXTS;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly filter = inject(DietFilter);
  private readonly wordsOf = injectOffSaleWords();

  protected readonly limit = computed(() => {
    const { sellability, item } = this.dish();
    return Math.min(sellability.remaining ?? LIMITS.lineQuantity, item.maxPerOrder ?? LIMITS.lineQuantity);
  });
  protected readonly offSale = computed(() => this.wordsOf(this.dish()));
  protected readonly fewLeft = computed(() => fewLeftWords(this.dish()));
  protected readonly diet = computed(() => dietWords(this.dish().dietTags));
  protected readonly contains = computed(() => containsWords(this.dish().allergens));
  protected readonly clashes = computed(() => this.filter.clashes(this.dish()).length > 0);
  protected readonly undeclared = computed(() => this.sayUndeclared() && !this.dish().declared);
  protected readonly addLabel = computed(() => $localize`:@@guest.dish.add:Add ${this.dish().item.name}:dish:`);
  protected readonly photo = computed(() => {
    const { photo, name } = this.dish().item;
    if (photo === undefined) return null;
    const { url, alt, ground } = photo;
    // The name stands beside it and need not be heard twice.
    const cut = { avif: photoCut(url, 336, 'avif'), src: photoCut(url, 336, 'jpg') ?? url };
    return { ...cut, ground, alt: alt === name ? '' : alt };
  });
  protected readonly spice = computed(() => spiceWords(this.dish().item.spiciness));

  protected add(): void {
    this.added.emit();
    this.keepFocus();
  }

  protected change(quantity: number): void {
    if (quantity > this.quantity()) this.added.emit();
    else this.takenOff.emit();
    this.keepFocus();
  }

  /** "+" and its stepper take each other's place; a focus that was on one must not fall off the page. */
  private keepFocus(): void {
    afterNextRender(
      {
        read: () => {
          if (document.activeElement !== document.body) return;
          this.host.querySelector<HTMLElement>('.control button:last-of-type, button.control')?.focus();
        },
      },
      { injector: this.injector },
    );
  }
}
