import { Injectable, effect, inject, untracked } from '@angular/core';
import { injectSessionCheck } from '../../core/session/session-check';
import { OfficeFeed } from '../live/office-feed';

/** A feed that keeps failing may be a session that has ended. */
@Injectable()
export class SessionWatch {
  readonly check = injectSessionCheck();

  constructor() {
    const { feed } = inject(OfficeFeed);
    effect(() => feed.failures() > 0 && untracked(() => void this.check()));
  }
}
