import { Component, computed, input } from '@angular/core';
import type { IconName } from '../icon/icon-shapes';
import { Icon } from '../icon/icon';

export type BannerKind = 'note' | 'warning' | 'failed' | 'offline';

const ICONS: Readonly<Record<BannerKind, IconName>> = {
  note: 'info',
  warning: 'triangle-alert',
  failed: 'circle-alert',
  offline: 'wifi-off',
};

/** One sentence about the state of the page, and what can be done: text and buttons go inside. */
@Component({
  selector: 'app-banner',
  imports: [Icon],
  template: `
    <div class="banner" [class]="kind()">
      <app-icon [name]="icon()" />
      <div class="text"><ng-content /></div>
      <ng-content select="[bannerAction]" />
    </div>
  `,
  styleUrl: './banner.css',
})
export class Banner {
  readonly kind = input<BannerKind>('note');
  protected readonly icon = computed(() => ICONS[this.kind()]);
}
