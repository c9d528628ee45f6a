import type { MenuEntityRef, MenuFinding, MenuFindingCode } from '@comanda/shared';

/** Nobody reads more, and a large file full of faults must not become a larger answer. */
const MOST_TOLD = 1000;

/** What could not be taken from an upload. */
export class ImportFindings {
  readonly #told: MenuFinding[] = [];
  #untold = 0;

  error(code: MenuFindingCode, entity: MenuEntityRef, detail: string): void {
    this.#tell({ severity: 'error', code, entity, detail });
  }

  warning(code: MenuFindingCode, entity: MenuEntityRef, detail: string): void {
    this.#tell({ severity: 'warning', code, entity, detail });
  }

  all(): MenuFinding[] {
    if (this.#untold === 0) return this.#told;
    const detail = `${String(this.#untold)} more are not listed. Mend these and import again.`;
    const more = { severity: 'error', code: 'skipped_entity', entity: { kind: 'menu', id: 'menu' }, detail } as const;
    return [...this.#told, more];
  }

  #tell(finding: MenuFinding): void {
    if (this.#told.length < MOST_TOLD) this.#told.push(finding);
    else this.#untold++;
  }
}
