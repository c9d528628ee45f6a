import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { LIMITS, type ImportMode, type ImportReport } from '@comanda/shared';
import { firstValueFrom } from 'rxjs';
import { ApiClient, apiUrl } from '../../core/api/api-client';
import { toApiProblem } from '../../core/api/api-problem';
import { SessionStore } from '../../core/session/session-store';
import { problemWords } from '../words/problem-words';
import { IMPORT_TEXTS } from './import-texts';

export type ExportFormat = 'json' | 'csv';

interface Upload {
  readonly name: string;
  readonly text: string;
  readonly contentType: 'application/json' | 'text/csv';
}

const CONTENT_TYPES = { json: 'application/json', csv: 'text/csv' } as const;
const BYTES_PER_MEGABYTE = 1_048_576;

/** Takes a file in: first only to see what it would change, then for good. */
@Injectable()
export class MenuTransfer {
  private readonly api = inject(ApiClient);
  private readonly http = inject(HttpClient);
  private readonly session = inject(SessionStore);
  private readonly upload = signal<Upload | null>(null);
  private readonly wantedMode = signal<ImportMode>('merge');
  private readonly lastReport = signal<ImportReport | null>(null);
  private readonly failed = signal<string | null>(null);
  private readonly working = signal(false);
  private turn = 0;

  readonly fileName = computed(() => this.upload()?.name ?? null);
  readonly mode = this.wantedMode.asReadonly();
  /** What would change, or what was changed when it is no dry run. */
  readonly report = this.lastReport.asReadonly();
  readonly failure = this.failed.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly removals = computed(() =>
    Object.values(this.report()?.counts ?? {}).reduce((sum, { removed }) => sum + removed, 0),
  );

  async take(file: File): Promise<void> {
    this.reset();
    const kind = /\.(json|csv)$/i.exec(file.name)?.[1]?.toLowerCase();
    if (kind !== 'json' && kind !== 'csv') return this.failed.set(IMPORT_TEXTS.wrongKind);
    if (file.size > LIMITS.menuImportBytes) {
      return this.failed.set(IMPORT_TEXTS.tooLarge(LIMITS.menuImportBytes / BYTES_PER_MEGABYTE));
    }
    this.upload.set({ name: file.name, text: await file.text(), contentType: CONTENT_TYPES[kind] });
    await this.run(true);
  }

  async choose(mode: ImportMode): Promise<void> {
    this.wantedMode.set(mode);
    await this.run(true);
  }

  async importNow(): Promise<void> {
    if (!this.working()) await this.run(false);
  }

  reset(): void {
    this.turn += 1;
    this.upload.set(null);
    this.lastReport.set(null);
    this.failed.set(null);
    this.working.set(false);
    this.wantedMode.set('merge');
  }

  /** The menu as a file; throws an ApiProblem. */
  async download(format: ExportFormat): Promise<Blob> {
    const url = `${this.base()}/menu-document`;
    const headers = { Accept: CONTENT_TYPES[format] };
    const text = await firstValueFrom(this.http.get(url, { headers, responseType: 'text' }));
    return new Blob([text], { type: CONTENT_TYPES[format] });
  }

  /** Of two answers only that to the latest question counts. */
  private async run(dryRun: boolean): Promise<void> {
    const upload = this.upload();
    if (upload === null) return;
    const turn = (this.turn += 1);
    this.working.set(true);
    this.failed.set(null);
    try {
      const report = await this.api.post<ImportReport>(`${this.base()}/menu-imports`, upload.text, {
        contentType: upload.contentType,
        params: { mode: this.wantedMode(), dryRun: String(dryRun) },
      });
      if (turn === this.turn) this.lastReport.set(report);
    } catch (error) {
      if (turn !== this.turn) return;
      this.lastReport.set(null);
      this.failed.set(problemWords(toApiProblem(error)));
    } finally {
      if (turn === this.turn) this.working.set(false);
    }
  }

  private base(): string {
    return apiUrl('/locations', this.session.locationId() ?? '');
  }
}
