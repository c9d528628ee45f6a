import { Injectable, computed, inject, signal } from '@angular/core';
import { ALLERGENS, DIET_TAGS, type Allergen, type DietTag } from '@comanda/shared';
import { DeviceStorage } from '../../core/device/device-storage';
import type { Dish } from './dish';

/** `unknown`: the dish declares too little to say; never to be read as suitable. */
export type Suitability = 'suitable' | 'unknown' | 'unsuitable';

interface Wishes {
  readonly without: readonly Allergen[];
  readonly diets: readonly DietTag[];
}

const KEY = 'comanda.diet-filter';
/** What the account of this device's guest says; the account keeps it. */
export const KNOWN_GUEST_KEY = 'comanda.account';

/** What this guest does not eat. Held for the session; it sinks dishes, it never hides one. */
@Injectable({ providedIn: 'root' })
export class DietFilter {
  private readonly storages = inject(DeviceStorage);
  private readonly storage = this.storages.tab;
  private readonly wishes = signal<Wishes>(
    readWishes(this.storage.read(KEY) ?? this.storages.device.read(KNOWN_GUEST_KEY)),
  );

  readonly without = computed(() => this.wishes().without);
  readonly diets = computed(() => this.wishes().diets);
  readonly count = computed(() => this.without().length + this.diets().length);

  /** Whether the guest's account says what the guest does not eat. */
  ofAccount(): boolean {
    const { without, diets } = readWishes(this.storages.device.read(KNOWN_GUEST_KEY));
    return without.length + diets.length > 0;
  }

  toggleAllergen(allergen: Allergen): void {
    this.save({ ...this.wishes(), without: toggled(this.without(), allergen) });
  }

  toggleDiet(diet: DietTag): void {
    this.save({ ...this.wishes(), diets: toggled(this.diets(), diet) });
  }

  clear(): void {
    this.begin({ without: [], diets: [] });
  }

  /** As the guest's account says. */
  begin({ without, diets }: Wishes): void {
    this.save({ without, diets });
  }

  /** What of the guest's wishes is in the dish. */
  clashes(dish: Pick<Dish, 'allergens'>): readonly Allergen[] {
    return this.without().filter((allergen) => dish.allergens.includes(allergen));
  }

  judge(dish: Pick<Dish, 'allergens' | 'declared' | 'dietTags'>): Suitability {
    if (this.clashes(dish).length > 0) return 'unsuitable';
    if (this.diets().some((diet) => !suits(dish.dietTags, diet))) return 'unsuitable';
    return this.without().length > 0 && !dish.declared ? 'unknown' : 'suitable';
  }

  private save(wishes: Wishes): void {
    this.wishes.set(wishes);
    this.storage.write(KEY, wishes);
  }
}

/** What is vegan is vegetarian too, whether it says so or not. */
function suits(tags: readonly DietTag[], diet: DietTag): boolean {
  return tags.includes(diet) || (diet === 'vegetarian' && tags.includes('vegan'));
}

function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

function readWishes(stored: unknown): Wishes {
  const parts = typeof stored === 'object' && stored !== null ? stored : {};
  const without = 'without' in parts && Array.isArray(parts.without) ? (parts.without as unknown[]) : [];
  const diets = 'diets' in parts && Array.isArray(parts.diets) ? (parts.diets as unknown[]) : [];
  return {
    without: ALLERGENS.filter((allergen) => without.includes(allergen)),
    diets: DIET_TAGS.filter((diet) => diets.includes(diet)),
  };
}
