import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Announcer } from './core/a11y/announcer';
import { RouteFocus } from './core/a11y/route-focus';
import { ToastOutlet } from './ui/toast/toast-outlet';

/** The frame around every page: the skip link, the page, the toast and the two regions that speak. */
@Component({
  selector: 'app-root',
  imports: [RouterOutlet, ToastOutlet],
  template: `
    <a class="skip" href="#main" (click)="skip($event)" i18n="@@app.skip">Skip to content</a>
    <router-outlet />
    <app-toast-outlet />
    <div class="visually-hidden" role="status" aria-live="polite">{{ announcer.politeRegion() }}</div>
    <div class="visually-hidden" role="alert" aria-live="assertive">{{ announcer.assertiveRegion() }}</div>
  `,
  styleUrl: './app.css',
})
export class App {
  protected readonly announcer = inject(Announcer);
  private readonly routeFocus = inject(RouteFocus);

  /** By hand, because a fragment link would go through the base address of the page. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.routeFocus.toMain();
  }
}
