import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  linkedSignal,
  signal,
} from '@angular/core';
import {
  CUTLERY_OFFERS,
  SLOT_MINUTES,
  type CutleryOffer,
  type LocationOfficeView,
  type SlotMinutes,
} from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { Field, FieldControl } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { newId } from '../words/new-id';
import { WeeklyTimesEditor } from '../weekly-times/weekly-times';
import type { TimesField, WeeklyTimes } from '../weekly-times/weekly-times-draft';
import { problemWords } from '../words/problem-words';
import { patched } from '../words/moved';
import { valueOf } from '../words/value-of';
import {
  NEW_EXCEPTION,
  draftOf,
  hoursId,
  keepTyped,
  newZone,
  readDraft,
  type ExceptionDraft,
  type TimesDraft,
  type ZoneDraft,
} from './times-draft';
import { TIMES_TEXTS } from './times-texts';

/** What was read last of the restaurant that is looked at. */
interface Answer {
  readonly url: string;
  readonly location: LocationOfficeView | null;
}

/** When guests can have their food, and where it is brought. */
@Component({
  selector: 'app-times-page',
  imports: [Banner, Field, FieldControl, Icon, WeeklyTimesEditor],
  templateUrl: './times-page.html',
  styleUrl: './times-page.css',
})
export class TimesPage {
  private readonly api = inject(ApiClient);
  private readonly session = inject(SessionStore);
  private readonly announcer = inject(Announcer);
  private readonly toasts = inject(Toasts);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly online = inject(Connectivity).online;
  protected readonly t = TIMES_TEXTS;
  protected readonly textOf = valueOf;
  protected readonly lengths = SLOT_MINUTES;
  protected readonly cutleryOffers = CUTLERY_OFFERS;
  protected readonly dinner = { from: '17:00', to: '22:00' };
  protected readonly hoursId = hoursId;
  protected readonly busy = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly fault = signal<{ readonly field: string; readonly text: string } | null>(null);

  private readonly url = computed(() => apiUrl('/locations', this.session.locationId() ?? ''));
  protected readonly settings = httpResource<LocationOfficeView>(() => `${this.url()}/settings`);
  private readonly answer = computed(() => ({
    url: this.url(),
    location: this.settings.hasValue() ? this.settings.value() : null,
  }));
  /** The last that was read of this restaurant, also when reading it anew has failed. */
  protected readonly location = linkedSignal<Answer, LocationOfficeView | null>({
    source: this.answer,
    computation: ({ url, location }, before) => location ?? (before?.source.url === url ? before.value : null),
  });
  /** As it was when it was last sent: what differs from it by the time of the answer was typed meanwhile. */
  private sent: TimesDraft | null = null;
  protected readonly draft = linkedSignal<Answer, TimesDraft | null>({
    source: this.answer,
    computation: ({ url, location }, before) => {
      const now = before?.source.url === url ? before.value : null;
      if (location === null) return now;
      const fresh = draftOf(location);
      return this.sent === null || now === null ? fresh : keepTyped(fresh, now, this.sent);
    },
  });

  protected readonly hoursError = (index: number, field: TimesField): string | null =>
    this.errorAt(hoursId(index, field));

  protected errorAt(field: string): string | null {
    const fault = this.fault();
    return fault?.field === field ? fault.text : null;
  }

  protected patch(change: Partial<TimesDraft>): void {
    this.fault.set(null);
    this.draft.update((draft) => draft && { ...draft, ...change });
  }

  protected setLength(event: Event): void {
    this.patch({ slotMinutes: Number(valueOf(event)) as SlotMinutes });
  }

  protected setCutlery(event: Event): void {
    this.patch({ cutlery: valueOf(event) as CutleryOffer });
  }

  protected setDishes(stationId: string, text: string): void {
    this.patch({ dishes: { ...this.draft()?.dishes, [stationId]: text } });
  }

  protected changeHours(change: (hours: readonly WeeklyTimes[]) => readonly WeeklyTimes[]): void {
    this.patch({ hours: change(this.draft()?.hours ?? []) });
  }

  protected patchException(at: number, change: Partial<ExceptionDraft>): void {
    this.patch({ exceptions: patched(this.draft()?.exceptions ?? [], at, change) });
  }

  protected patchZone(at: number, change: Partial<ZoneDraft>): void {
    this.patch({ zones: patched(this.draft()?.zones ?? [], at, change) });
  }

  protected addException(): void {
    const exceptions = this.draft()?.exceptions ?? [];
    this.patch({ exceptions: [...exceptions, NEW_EXCEPTION] });
    this.focus(`exception-${exceptions.length}-date`);
  }

  protected addZone(): void {
    const zones = this.draft()?.zones ?? [];
    this.patch({ zones: [...zones, newZone(newId('zone'))] });
    this.focus(`zone-${zones.length}-name`);
  }

  protected removeException(at: number): void {
    this.patch({ exceptions: (this.draft()?.exceptions ?? []).filter((_, index) => index !== at) });
    this.focus('add-exception');
  }

  protected removeZone(at: number): void {
    this.patch({ zones: (this.draft()?.zones ?? []).filter((_, index) => index !== at) });
    this.focus('add-zone');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [draft, location] = [this.draft(), this.location()];
    if (draft === null || location === null || this.busy() || !this.online()) return;
    const read = readDraft(draft, location);
    if ('fault' in read) {
      this.fault.set(read.fault);
      return this.focus(read.fault.field);
    }
    this.busy.set(true);
    this.sent = draft;
    try {
      await this.api.patch(this.url(), read.request);
      this.failure.set(null);
      this.settings.reload();
      this.announcer.polite(this.t.saved);
      this.toasts.show({ text: this.t.saved });
    } catch (error) {
      this.failure.set(problemWords(toApiProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }

  protected isTicked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  private focus(id: string): void {
    afterNextRender(
      { read: () => this.host.querySelector<HTMLElement>(`#${id}`)?.focus() },
      { injector: this.injector },
    );
  }
}
