import { Component, inject } from '@angular/core';
import { Announcer } from '../../core/a11y/announcer';
import { Toasts } from '../../ui/toast/toasts';
import { RestaurantStore } from '../restaurant/restaurant-store';
import { GROUP_TEXTS } from './group-texts';

/** Passes the page's link on: by the phone's own sheet, else it is copied; where neither works it can be read. */
@Component({
  selector: 'app-group-share',
  template: `<button type="button" class="button button--large button--wide" (click)="share()">{{ t.share }}</button>`,
})
export class GroupShare {
  protected readonly t = GROUP_TEXTS;
  private readonly restaurant = inject(RestaurantStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);

  protected async share(): Promise<void> {
    const link = { title: this.restaurant.location()?.name ?? this.t.together, url: location.href };
    if ('share' in navigator) {
      // Closing the sheet is no failure.
      return navigator.share(link).catch(() => undefined);
    }
    await this.copy(link.url);
  }

  /** A restaurant's own network may be plain http, where there is no clipboard. */
  private async copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.toasts.show({ text: this.t.copied });
      this.announcer.polite(this.t.copied);
    } catch {
      window.prompt(this.t.link, url);
    }
  }
}
