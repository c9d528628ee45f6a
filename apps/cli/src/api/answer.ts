import type { Problem } from '@comanda/shared';

/** An answer of the server, its body read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

export function readJson<T>({ text }: Answer): T {
  return JSON.parse(text) as T;
}

/** The problem that the answer tells of; undefined when it is none of ours, for example of a proxy on the way. */
export function problemOf({ text }: Answer): Problem | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const known = typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
    return known ? (body as Problem) : undefined;
  } catch {
    return undefined;
  }
}

/** The problem in sentences: what happened, then a line for each thing that is wrong. */
export function sentencesOf(answer: Answer): { readonly sentence: string; readonly particulars: readonly string[] } {
  const problem = problemOf(answer);
  if (!problem) return { sentence: `The server answered ${answer.status} and said nothing more.`, particulars: [] };
  const particulars = (problem.errors ?? []).map(({ pointer, detail, actual }) => {
    const place = pointer === '' ? '' : `${pointer}: `;
    return `${place}${detail}${actual === undefined ? '' : ` (it was ${JSON.stringify(actual)})`}`;
  });
  return { sentence: problem.detail, particulars };
}
