import { Component, inject } from '@angular/core';
import { ALLERGENS, DIET_TAGS } from '@comanda/shared';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { ALLERGEN_WORDS } from '../../ui/allergens/allergen-words';
import { DIET_WORDS } from '../words/dietary-words';
import { GuestSheets } from '../guest-sheets';
import { DietFilter } from './diet-filter';
import { MENU_TEXTS } from './menu-texts';

/** What the guest does not eat. */
@Component({
  selector: 'app-diet-sheet',
  imports: [DialogSheet],
  templateUrl: './diet-sheet.html',
  styleUrl: './diet-sheet.css',
})
export class DietSheet {
  protected readonly t = MENU_TEXTS;
  protected readonly sheets = inject(GuestSheets);
  protected readonly filter = inject(DietFilter);
  protected readonly allergens = ALLERGENS.map((allergen) => ({
    allergen,
    words: $localize`:@@guest.diet.no:No ${ALLERGEN_WORDS[allergen]}:allergen:`,
  }));
  protected readonly diets = DIET_TAGS.map((diet) => ({ diet, words: DIET_WORDS[diet] }));
  protected readonly ofAccount = $localize`:@@guest.diet.ofAccount:From your account. What you change here counts for this visit.`;
  protected readonly heading = $localize`:@@guest.diet.heading:What you do not eat`;
}
