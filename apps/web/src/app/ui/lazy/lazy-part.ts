import { DestroyRef, Directive, type Type, ViewContainerRef, effect, inject, input } from '@angular/core';

export type PartLoader = () => Promise<Type<unknown>>;

/**
 * A component that is fetched while the browser is idle and drawn once it is wanted; from then on it stays. It takes
 * nothing from its place: what it needs it injects. In a spec or without idle time it is simply fetched when wanted.
 * (`@defer` does the same and more, for 4 kB of every guest's first load.)
 */
@Directive({ selector: 'ng-template[appLazyPart]' })
export class LazyPart {
  readonly load = input.required<PartLoader>({ alias: 'appLazyPart' });
  readonly wanted = input.required<boolean>();

  private readonly view = inject(ViewContainerRef);
  private drawn = false;
  private gone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.gone = true));
    effect((onCleanup) => {
      const load = this.load();
      if (typeof requestIdleCallback !== 'function') return;
      const idle = requestIdleCallback(() => void load().catch(() => undefined));
      onCleanup(() => cancelIdleCallback(idle));
    });
    effect(() => this.wanted() && void this.draw());
  }

  private async draw(): Promise<void> {
    if (this.drawn) return;
    this.drawn = true;
    try {
      const part = await this.load()();
      if (!this.gone) this.view.createComponent(part);
    } catch (error) {
      // Offline, or a new version took its place: the next wish tries again.
      this.drawn = false;
      throw error;
    }
  }
}
