import { Injectable, inject } from '@angular/core';
import { SessionStore } from '../../core/session/session-store';
import { ago } from '../words/since';
import { CELL_TEXTS } from './menu-texts';
import { OfficeMenuStore } from './office-menu-store';

/** Who was quicker, in words: "Ana changed this 4 s ago". */
@Injectable()
export class Quicker {
  private readonly menu = inject(OfficeMenuStore);
  private readonly session = inject(SessionStore);

  async words(): Promise<string> {
    const last = await this.menu.lastRevision().catch(() => null);
    if (last === null) return CELL_TEXTS.somebody;
    const self = last.by === this.session.session()?.staff.name;
    return CELL_TEXTS.changed(self ? 'You, in another window,' : last.by, ago(last.at, Date.now()));
  }
}
