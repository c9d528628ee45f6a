import { Injectable, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { StaffSession } from '../../core/session/staff-session';
import { OfficeFeed } from '../live/office-feed';

/** A feed that keeps failing may be a session that has ended: then the log-in is the place to be. */
@Injectable()
export class SessionWatch {
  private readonly staffSession = inject(StaffSession);
  private readonly router = inject(Router);

  constructor() {
    const { feed } = inject(OfficeFeed);
    effect(() => feed.failures() > 0 && untracked(() => void this.check()));
  }

  /** Asks whether anybody is still logged in. No answer at all says nothing about that. */
  async check(): Promise<void> {
    const session = await this.staffSession.ask().catch(() => undefined);
    if (session === null) await this.router.navigate(['/admin/login'], { queryParams: { next: this.router.url } });
  }
}
