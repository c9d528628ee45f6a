/** As much of the package as is used here; it brings no types. */
declare module 'better-sqlite3' {
  interface Statement {
    run(...values: unknown[]): unknown;
    get(...values: unknown[]): unknown;
  }
  export default class Database {
    constructor(file: string, options?: { readonly readonly?: boolean; readonly timeout?: number });
    prepare(sql: string): Statement;
    pragma(text: string, options?: { readonly simple: boolean }): unknown;
    close(): void;
  }
}
