import { DOCUMENT, DestroyRef, Injectable, Injector, afterNextRender, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/** Moves the focus to the new page's h1, as a page load would. Changes of the query alone (an open sheet) leave it. */
@Injectable({ providedIn: 'root' })
export class RouteFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private path: string | null = null;

  constructor() {
    const subscription = inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.arrive(event.urlAfterRedirects.split(/[?#]/)[0] ?? '');
    });
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
  }

  /** Past everything that repeats on each page. Every page has a `main` with the id `main`. */
  toMain(): void {
    focusQuietly(this.document.getElementById('main'));
  }

  private arrive(path: string): void {
    const first = this.path === null;
    const same = this.path === path;
    this.path = path;
    if (!first && !same) afterNextRender({ read: () => this.focusHeading() }, { injector: this.injector });
  }

  private focusHeading(): void {
    focusQuietly(this.document.querySelector<HTMLElement>('h1') ?? this.document.getElementById('main'));
  }
}

function focusQuietly(element: HTMLElement | null): void {
  if (element === null) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
