import { Injectable, computed, signal } from '@angular/core';
import type { Permission, SessionView } from '@comanda/shared';

/** Who is logged in on this device; null for guests and until somebody asked. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly current = signal<SessionView | null>(null);

  readonly session = this.current.asReadonly();
  readonly csrfToken = computed(() => this.current()?.csrfToken ?? null);
  readonly locationId = computed(() => this.current()?.locationId ?? null);

  set(session: SessionView | null): void {
    this.current.set(session);
  }

  may(permission: Permission): boolean {
    return this.current()?.permissions.includes(permission) ?? false;
  }
}
