import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Announcer } from './core/a11y/announcer';
import { RouteFocus } from './core/a11y/route-focus';
import { LazyPart } from './ui/lazy/lazy-part';
import { Toasts } from './ui/toast/toasts';

/** The frame around every page: the skip link, the page, the toast and the two regions that speak. */
@Component({
  selector: 'app-root',
  imports: [LazyPart, RouterOutlet],
  template: `
    <a class="skip" href="#main" (click)="skip($event)">{{ skipLabel }}</a>
    <router-outlet />
    <ng-template [appLazyPart]="toastOutlet" [wanted]="toasts.current() !== null" />
    <div class="visually-hidden" role="status" aria-live="polite">{{ announcer.politeRegion() }}</div>
    <div class="visually-hidden" role="alert" aria-live="assertive">{{ announcer.assertiveRegion() }}</div>
  `,
  styleUrl: './app.css',
})
export class App {
  protected readonly skipLabel = $localize`:@@app.skip:Skip to content`;
  protected readonly toastOutlet = () => import('./ui/toast/toast-outlet').then((file) => file.ToastOutlet);
  protected readonly toasts = inject(Toasts);
  protected readonly announcer = inject(Announcer);
  private readonly routeFocus = inject(RouteFocus);

  /** By hand, because a fragment link would go through the base address of the page. */
  protected skip(event: Event): void {
    event.preventDefault();
    this.routeFocus.toMain();
  }
}
