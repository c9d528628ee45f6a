import { Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Announcer } from '../../core/a11y/announcer';
import { safeNextPath } from '../../core/session/next-path';
import { StaffSession } from '../../core/session/staff-session';
import { PairingCode } from './pairing-code';
import { PAIRING_TEXTS } from './pairing-texts';

const LOOK_MS = 2_500;

/** A screen that nobody has logged in: the office types its code in, and it goes on by itself. */
@Component({
  selector: 'app-pairing-page',
  imports: [RouterLink],
  providers: [PairingCode],
  templateUrl: './pairing-page.html',
  styleUrl: './pairing-page.css',
})
export class PairingPage {
  /** Where to go afterwards, from the address. */
  readonly next = input<string>();

  protected readonly pairing = inject(PairingCode);
  protected readonly t = PAIRING_TEXTS;
  private readonly staffSession = inject(StaffSession);
  private readonly router = inject(Router);
  private gone = false;

  protected readonly halves = computed(() => {
    const code = this.pairing.code();
    return code === null ? null : [code.slice(0, 3), code.slice(3)];
  });
  protected readonly left = computed(() => {
    const seconds = this.pairing.secondsLeft();
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  });
  protected readonly loginNext = computed(() => safeNextPath(this.next()) ?? '/kitchen');

  constructor() {
    const announcer = inject(Announcer);
    effect(() => {
      const code = this.pairing.code();
      if (code !== null) announcer.polite(this.t.saidCode(code));
    });
    const timer = setInterval(() => void this.look(), LOOK_MS);
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      clearInterval(timer);
    });
    void this.look();
  }

  /** Whether somebody has typed the code in, or logged in beside. */
  private async look(): Promise<void> {
    const session = await this.staffSession.ask().catch(() => null);
    if (session === null || this.gone) return;
    this.pairing.forget();
    // A paired screen begins with the press that lets it sound.
    const to = session.device === undefined ? this.loginNext() : '/kitchen';
    await this.router.navigateByUrl(to, { replaceUrl: true });
  }
}
