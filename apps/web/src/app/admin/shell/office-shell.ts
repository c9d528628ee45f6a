import { Component, DOCUMENT, DestroyRef, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { StaffSession } from '../../core/session/staff-session';
import { formatClockTime } from '../../core/time/clock-time.pipe';
import { Banner } from '../../ui/banner/banner';
import { DialogSheet } from '../../ui/dialog-sheet/dialog-sheet';
import { Icon } from '../../ui/icon/icon';
import { LazyPart, type PartLoader } from '../../ui/lazy/lazy-part';
import { Toasts } from '../../ui/toast/toasts';
import { OfficeFeed } from '../live/office-feed';
import { mediaQuery } from './media';
import { OFFICE_LINKS } from './office-links';
import { OfficeLocation } from './office-location';
import { OFFICE_TEXTS, ROLE_NAMES } from './office-texts';
import { OrderingStrip } from './ordering-strip';
import { PaletteState } from './palette-state';
import { SessionWatch } from './session-watch';

/** The frame of the office: where to go, whether the restaurant takes orders, whether what one sees is live. */
@Component({
  selector: 'app-office-shell',
  imports: [Banner, DialogSheet, Icon, LazyPart, OrderingStrip, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './office-shell.html',
  styleUrl: './office-shell.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class OfficeShell {
  private readonly staffSession = inject(StaffSession);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);
  private readonly connectivity = inject(Connectivity);
  private readonly office = inject(OfficeLocation);
  private readonly feed = inject(OfficeFeed).feed;
  protected readonly t = OFFICE_TEXTS;
  protected readonly palette = inject(PaletteState);
  protected readonly loadPalette: PartLoader = () => import('../palette/palette').then((file) => file.Palette);
  protected readonly loadAlarm: PartLoader = () => import('../alarm/kitchen-alarm').then((file) => file.KitchenAlarm);
  protected readonly moreOpen = signal(false);
  protected readonly location = this.office.location;
  protected readonly insecure = computed(() => this.session.session()?.insecureTransport ?? false);

  protected readonly links = computed(() => {
    const permissions = this.session.session()?.permissions ?? [];
    return OFFICE_LINKS.filter(({ permission }) => permissions.includes(permission));
  });
  protected readonly barLinks = computed(() => this.links().filter(({ inBar }) => inBar));
  protected readonly otherLinks = computed(() => this.links().filter(({ inBar }) => !inBar));
  protected readonly staff = computed(() => {
    const staff = this.session.session()?.staff;
    return staff === undefined ? null : { name: staff.name, role: ROLE_NAMES[staff.role] };
  });

  protected readonly live = this.feed.state;
  protected readonly warning = computed(() => {
    if (!this.connectivity.online()) return this.t.offline;
    const [state, heardAt] = [this.feed.state(), this.feed.lastNewsAt()];
    if (state !== 'lost') return null;
    return this.t.notLive(heardAt === null ? '—' : formatClockTime(heardAt, this.office.timezone(), 'en'));
  });

  constructor() {
    inject(SessionWatch);
    const { style } = inject(DOCUMENT).documentElement;
    const phone = mediaQuery('(max-width: 719.98px)');
    // The toast stands outside of this component and has to stay above the bar.
    effect(() => style.setProperty('--bar-height', phone() ? '3.5rem' : '0px'));
    inject(DestroyRef).onDestroy(() => style.removeProperty('--bar-height'));
  }

  protected press(event: KeyboardEvent): void {
    const wanted =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!wanted) return;
    event.preventDefault();
    this.palette.toggle();
  }

  protected async logOut(): Promise<void> {
    try {
      await this.staffSession.logOut();
    } catch {
      return this.toasts.show({ kind: 'failed', text: this.t.logOutFailed });
    }
    await this.router.navigate(['/admin/login']);
  }
}
