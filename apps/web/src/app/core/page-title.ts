import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** "Page · Restaurant". Pages whose title depends on what they load call `set` themselves. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private site = 'Comanda';
  private page: string | undefined;

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.set(this.buildTitle(snapshot));
  }

  set(page: string | undefined): void {
    this.page = page;
    this.title.setTitle(page === undefined || page === '' ? this.site : `${page} · ${this.site}`);
  }

  setSite(name: string): void {
    this.site = name;
    this.set(this.page);
  }
}
