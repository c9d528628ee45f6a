import { Component, inject } from '@angular/core';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { KitchenSounds } from '../device/kitchen-sounds';
import { ScreenSetup } from '../device/screen-setup';
import { SOUND_NAMES } from '../device/tones';
import { BarSetup } from './bar-setup';
import { SETUP_TEXTS, SOUND_WORDS } from './setup-texts';
import { SheetState } from './sheet-state';

const STEP = 0.1;

/** How this screen hangs and sounds: distance and size make the text, the light makes the colours. */
@Component({
  selector: 'app-setup-sheet',
  imports: [BarSetup, DialogSheet, Icon],
  templateUrl: './setup-sheet.html',
  styleUrl: './setup-sheet.css',
})
export class SetupSheet {
  protected readonly t = SETUP_TEXTS;
  protected readonly soundWords = SOUND_WORDS;
  protected readonly soundNames = SOUND_NAMES;
  protected readonly distances = [null, 0.6, 1, 1.5, 2] as const;
  protected readonly themes = ['dark', 'light'] as const;
  protected readonly sizes = [10, 13, 15.6, 21.5, 24, 32, 43] as const;
  protected readonly sheets = inject(SheetState);
  protected readonly setup = inject(ScreenSetup);
  protected readonly sounds = inject(KitchenSounds);

  protected percent(): string {
    return `${Math.round(this.sounds.volume() * 100)} %`;
  }

  protected change(direction: 1 | -1): void {
    this.sounds.setVolume(this.sounds.volume() + direction * STEP);
    void this.sounds.test('arrived');
  }
}
