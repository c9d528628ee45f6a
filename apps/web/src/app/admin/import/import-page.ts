import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IMPORT_MODES, type ImportMode, type ImportReport } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { toApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { Icon } from '../../ui/icon/icon';
import { Toasts } from '../../ui/toast/toasts';
import { problemWords } from '../words/problem-words';
import { COUNT_NAMES, IMPORT_TEXTS } from './import-texts';
import { MenuTransfer, type ExportFormat } from './menu-transfer';

const MOST_FINDINGS = 50;
const COUNTED = Object.keys(COUNT_NAMES) as readonly (keyof ImportReport['counts'])[];

/** A whole menu comes in from a file, or goes out to one. */
@Component({
  selector: 'app-import-page',
  imports: [Banner, Icon, RouterLink],
  providers: [MenuTransfer],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export class ImportPage {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  protected readonly transfer = inject(MenuTransfer);
  protected readonly online = inject(Connectivity).online;
  protected readonly t = IMPORT_TEXTS;
  protected readonly countNames = COUNT_NAMES;
  protected readonly counted = COUNTED;
  protected readonly modes = IMPORT_MODES;
  protected readonly over = signal(false);
  protected readonly mayImport = computed(() => this.session.may('menu.edit'));
  protected readonly findings = computed(() => this.transfer.report()?.findings.slice(0, MOST_FINDINGS) ?? []);
  protected readonly moreFindings = computed(
    () => (this.transfer.report()?.findings.length ?? 0) - this.findings().length,
  );

  protected modeName(mode: ImportMode): string {
    return mode === 'merge' ? this.t.merge : this.t.replace;
  }

  protected picked(event: Event): void {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (file !== undefined) void this.take(file);
    // So that the same file, mended, can be picked again.
    field.value = '';
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined && this.online()) void this.take(file);
  }

  protected dragged(event: Event, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected async importNow(): Promise<void> {
    await this.transfer.importNow();
    const report = this.transfer.report();
    if (report !== null && !report.dryRun) this.announcer.polite(this.t.doneHeading(this.transfer.fileName() ?? ''));
  }

  protected async export(format: ExportFormat): Promise<void> {
    try {
      const name = `menu.${format}`;
      this.hand(await this.transfer.download(format), name);
      this.toasts.show({ text: this.t.exported(name) });
    } catch (error) {
      this.toasts.show({ kind: 'failed', text: problemWords(toApiProblem(error)) });
    }
  }

  private async take(file: File): Promise<void> {
    await this.transfer.take(file);
    this.announcer.polite(this.transfer.failure() ?? this.t.wouldHeading(file.name));
  }

  private hand(blob: Blob, name: string): void {
    const url = URL.createObjectURL(blob);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    URL.revokeObjectURL(url);
  }
}
