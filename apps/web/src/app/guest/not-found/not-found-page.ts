import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-not-found-page',
  imports: [RouterLink],
  template: `
    <main id="main" tabindex="-1">
      <h1 i18n="@@guest.notFound.heading">This page is not on the menu</h1>
      <p i18n="@@guest.notFound.text">The address may be mistyped, or the page has moved.</p>
      <a class="button button--primary" routerLink="/" i18n="@@guest.toMenu">Go to the menu</a>
    </main>
  `,
  styleUrl: './not-found-page.css',
})
export class NotFoundPage {}
