import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MenuFinding } from '@comanda/shared';
import { Banner } from '../../ui/banner/banner';
import { FINDINGS_TEXTS } from './menu-texts';
import { RevisionsStore } from './revisions-store';

/** What somebody should look at in the menu, errors first. */
@Component({
  selector: 'app-menu-findings',
  imports: [Banner, RouterLink],
  templateUrl: './menu-findings.html',
  styleUrls: ['./menu-lists.css', '../shell/office-list.css'],
})
export class MenuFindings {
  protected readonly store = inject(RevisionsStore);
  protected readonly t = FINDINGS_TEXTS;

  /** Dishes can be shown in the table; other things have no page of their own. */
  protected nameOf({ entity }: MenuFinding): string | null {
    return entity.kind === 'item' ? (entity.name ?? null) : null;
  }
}
