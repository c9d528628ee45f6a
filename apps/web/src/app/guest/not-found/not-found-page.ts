import { Component } from '@angular/core';
import { NOT_FOUND_TEXTS } from './not-found-texts';
import { COMMON_TEXTS } from '../words/common-texts';

@Component({
  selector: 'app-not-found-page',
  template: `
    <main id="main" tabindex="-1" class="dead-end">
      <h1>{{ t.heading }}</h1>
      <p>{{ t.text }}</p>
      <a class="button button--primary" href="./">{{ common.toMenu }}</a>
    </main>
  `,
  styleUrl: '../dead-end.css',
})
export class NotFoundPage {
  protected readonly t = NOT_FOUND_TEXTS;
  protected readonly common = COMMON_TEXTS;
}
