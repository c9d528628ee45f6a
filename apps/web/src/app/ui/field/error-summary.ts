import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, viewChild } from '@angular/core';

export interface FieldProblem {
  /** Id of the control to which the line leads. */
  readonly controlId: string;
  readonly text: string;
}

/** "2 problems": all that is wrong with a form, each line a link to its field. Call `focus` after a refused submit. */
@Component({
  selector: 'app-error-summary',
  template: `
    @if (problems().length > 0) {
      <div #box class="summary" tabindex="-1" role="group" aria-labelledby="error-summary-title">
        <h2 id="error-summary-title">{{ title() }}</h2>
        <ul>
          @for (problem of problems(); track problem.controlId) {
            <li>
              <a [href]="'#' + problem.controlId" (click)="lead($event, problem.controlId)">{{ problem.text }}</a>
            </li>
          }
        </ul>
      </div>
    }
  `,
  styleUrl: './error-summary.css',
})
export class ErrorSummary {
  readonly problems = input.required<readonly FieldProblem[]>();

  protected readonly title = computed(() => {
    const count = this.problems().length;
    return count === 1 ? $localize`:@@ui.errors.one:1 problem` : $localize`:@@ui.errors.many:${count}:count: problems`;
  });
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  private readonly injector = inject(Injector);

  focus(): void {
    afterNextRender({ read: () => this.box()?.nativeElement.focus() }, { injector: this.injector });
  }

  /** By hand, because a fragment link would go through the base address of the page. */
  protected lead(event: Event, controlId: string): void {
    event.preventDefault();
    const control = document.getElementById(controlId);
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  }
}
