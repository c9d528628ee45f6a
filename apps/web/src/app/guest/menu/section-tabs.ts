import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { Section } from '@comanda/shared';
import { MenuText } from '../../core/i18n/menu-text';
import { MENU_TEXTS } from './menu-texts';

/** Links to the sections; the one in view is marked, whoever scrolled. */
@Component({
  selector: 'app-section-tabs',
  imports: [MenuText],
  template: `
    <nav #strip [attr.aria-label]="t.sections">
      <ul>
        @for (section of sections(); track section.id) {
          <li>
            <a
              [href]="'#' + idOf(section)"
              [attr.aria-current]="section.id === current() ? 'true' : null"
              (click)="jump($event, section)"
              ><bdi appMenuText>{{ section.name }}</bdi></a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './section-tabs.css',
})
export class SectionTabs {
  readonly sections = input.required<readonly Section<string>[]>();

  protected readonly t = MENU_TEXTS;
  protected readonly current = signal<string | null>(null);
  private readonly strip = viewChild.required<ElementRef<HTMLElement>>('strip');
  private frame = 0;

  constructor() {
    const follow = (): void => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.current.set(this.sectionInView()));
    };
    afterNextRender(follow);
    addEventListener('scroll', follow, { passive: true });
    inject(DestroyRef).onDestroy(() => removeEventListener('scroll', follow));
    effect(() => this.current() !== null && this.showCurrent());
  }

  protected idOf(section: Section<string>): string {
    return sectionElementId(section.id);
  }

  /** By hand, because a fragment link would go through the base address of the page. */
  protected jump(event: Event, section: Section<string>): void {
    event.preventDefault();
    const element = document.getElementById(this.idOf(section));
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
    element?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** The last section that has begun above the upper third of the window. */
  private sectionInView(): string | null {
    const line = innerHeight / 3;
    const begun = this.sections().filter((section) => {
      const element = document.getElementById(this.idOf(section));
      return element !== null && element.getBoundingClientRect().top <= line;
    });
    return begun.at(-1)?.id ?? this.sections()[0]?.id ?? null;
  }

  private showCurrent(): void {
    const strip = this.strip().nativeElement;
    requestAnimationFrame(() => {
      const tab = strip.querySelector<HTMLElement>('[aria-current]');
      if (tab === null) return;
      const middle = tab.offsetLeft + tab.offsetWidth / 2 - strip.clientWidth / 2;
      strip.scrollTo({ left: middle, behavior: 'smooth' });
    });
  }
}

/** The element id of a section on the page. */
export function sectionElementId(sectionId: string): string {
  return `section-${sectionId}`;
}
