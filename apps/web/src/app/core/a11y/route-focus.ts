import { DOCUMENT, DestroyRef, Injectable, Injector, afterNextRender, inject } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/**
 * What a page load does by itself: the focus goes to the new page's h1 and the window to its top, or back to where it
 * was when the guest goes back. Changes of the query alone (an open sheet) leave both.
 */
@Injectable({ providedIn: 'root' })
export class RouteFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly scrolls = new Map<string, number>();
  private path: string | null = null;
  private back = false;

  constructor() {
    history.scrollRestoration = 'manual';
    const subscription = inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) this.leave(event.navigationTrigger === 'popstate');
      if (event instanceof NavigationEnd) this.arrive(event.urlAfterRedirects.split(/[?#]/)[0] ?? '');
    });
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
  }

  /** Past everything that repeats on each page. Every page has a `main` with the id `main`. */
  toMain(): void {
    focusQuietly(this.document.getElementById('main'));
  }

  private leave(back: boolean): void {
    this.back = back;
    if (this.path !== null) this.scrolls.set(this.path, scrollY);
  }

  private arrive(path: string): void {
    const first = this.path === null;
    const same = this.path === path;
    this.path = path;
    if (first || same) return;
    const top = this.back ? (this.scrolls.get(path) ?? 0) : 0;
    afterNextRender({ read: () => this.show(top) }, { injector: this.injector });
  }

  private show(top: number): void {
    scrollTo(0, top);
    focusQuietly(this.document.querySelector<HTMLElement>('h1') ?? this.document.getElementById('main'));
  }
}

function focusQuietly(element: HTMLElement | null): void {
  if (element === null) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
