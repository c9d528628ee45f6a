export type JsonFaultCode = 'duplicate_name' | 'forbidden_name' | 'broken_text' | 'number_too_large';

export interface JsonFault {
  readonly path: readonly string[];
  readonly code: JsonFaultCode;
}

interface Level {
  /** The names so far; undefined in a list. */
  readonly names: Set<string> | undefined;
  /** The name or index of the value that comes next. */
  at: string | number;
  awaitsName: boolean;
}

/** `__proto__`, `constructor`, `toString` ...: every object has them already, and class-transformer drops them in silence. */
const FORBIDDEN_NAMES = new Set(Object.getOwnPropertyNames(Object.prototype));
/** More than these help nobody. */
const MOST_FAULTS = 100;
const NUMBER = /-?\d[\d.eE+-]*/y;

/**
 * Looks over a text that `JSON.parse` has taken, for what it lets pass. One pass without recursion or copies: the
 * libraries that refuse duplicate names either recurse, or let equal ones pass, and take many times as long.
 */
export class JsonScan {
  readonly #levels: Level[] = [];
  readonly #faults: JsonFault[] = [];
  #tooDeep = false;
  #position = 0;

  constructor(
    private readonly text: string,
    private readonly mostDepth: number,
  ) {}

  run(): { readonly tooDeep: boolean; readonly faults: readonly JsonFault[] } {
    const { text } = this;
    while (this.#position < text.length && !this.#tooDeep && this.#faults.length < MOST_FAULTS) {
      this.#token(text.charAt(this.#position));
      this.#position += 1;
    }
    return { tooDeep: this.#tooDeep, faults: this.#faults };
  }

  #token(first: string): void {
    if (first === '"') this.#string();
    else if (first === '{') this.#open({ names: new Set(), at: '', awaitsName: true });
    else if (first === '[') this.#open({ names: undefined, at: 0, awaitsName: false });
    else if (first === '}' || first === ']') this.#levels.pop();
    else if (first === ',') this.#next();
    else if (first === '-' || (first >= '0' && first <= '9')) this.#number();
  }

  #open(level: Level): void {
    this.#levels.push(level);
    this.#tooDeep = this.#levels.length > this.mostDepth;
  }

  #next(): void {
    const level = this.#levels.at(-1);
    if (typeof level?.at === 'number') level.at += 1;
    else if (level) level.awaitsName = true;
  }

  #string(): void {
    const { text } = this;
    const start = this.#position;
    let end = start + 1;
    let escaped = false;
    for (; text.charAt(end) !== '"'; end++) {
      if (text.charAt(end) !== '\\') continue;
      escaped = true;
      end += 1;
    }
    this.#position = end;
    const level = this.#levels.at(-1);
    if (level?.awaitsName) this.#name(level, this.#value(start, end, escaped));
    else if (escaped) this.#value(start, end, escaped);
  }

  /** What a string says; only an escape can write half a character, the bytes were sound. */
  #value(start: number, end: number, escaped: boolean): string {
    if (!escaped) return this.text.slice(start + 1, end);
    const value = JSON.parse(this.text.slice(start, end + 1)) as string;
    if (!value.isWellFormed()) this.#fault('broken_text');
    return value;
  }

  #name(level: Level, name: string): void {
    level.at = name;
    level.awaitsName = false;
    if (FORBIDDEN_NAMES.has(name)) this.#fault('forbidden_name');
    if (level.names?.has(name)) this.#fault('duplicate_name');
    level.names?.add(name);
  }

  #number(): void {
    NUMBER.lastIndex = this.#position;
    const digits = NUMBER.exec(this.text)?.[0] ?? '';
    this.#position += Math.max(digits.length - 1, 0);
    if (!Number.isFinite(Number(digits))) this.#fault('number_too_large');
  }

  #fault(code: JsonFaultCode): void {
    this.#faults.push({ path: this.#levels.map(({ at }) => String(at)), code });
  }
}
