import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ProblemCode } from '@comanda/shared';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** What a controller says of the answer of a route. */
export interface AnswerNote {
  /** The name of a contract in libs/shared. */
  readonly contract: string;
  /** True when the answer is a plain list of it. */
  readonly list?: boolean;
  /** True when the answer carries an `ETag`. */
  readonly etag?: boolean;
  /** True when it is also given as a spreadsheet to whoever accepts `text/csv`. */
  readonly csv?: boolean;
  /** Another status that answers with the same contract. */
  readonly alsoWith?: number;
}

/** What is noted at a route until the document is made of it. */
export interface Notes {
  readonly access?: string;
  readonly answer?: AnswerNote;
  readonly refusals?: readonly ProblemCode[];
  /** Names of the headers that it reads, in lower case. */
  readonly headers?: readonly string[];
  /** The contract of each kind of message of a live stream. */
  readonly stream?: Readonly<Record<string, string>>;
  /** The media types in which it answers with bytes. */
  readonly bytes?: readonly string[];
}

const PREFIX = 'x-comanda-';

/** What a route answers with: a contract of libs/shared by its name. */
export const Answers = (contract: string, more: Omit<AnswerNote, 'contract'> = {}): MethodDecorator =>
  note('answer', { contract, ...more });

/** What a route answers with: a plain list of a contract of libs/shared. */
export const AnswersList = (contract: string, more: Pick<AnswerNote, 'csv'> = {}): MethodDecorator =>
  note('answer', { contract, list: true, ...more });

/** A route that answers with server-sent events: the contract of each kind of message. */
export const Streams = (messages: Readonly<Record<string, string>>): MethodDecorator => note('stream', messages);

/** A route that answers with a file: its media types. It may be kept by what is known of it. */
export const AnswersBytes = (...mediaTypes: string[]): MethodDecorator => note('bytes', mediaTypes);

/**
 * Refusals of this route beside those that follow from what it takes: who may call it, its path, body, query and
 * headers speak for themselves.
 */
export const Refuses = (...codes: ProblemCode[]): MethodDecorator => note('refusals', codes);

export const noteHeaders = (names: readonly string[]): MethodDecorator => note('headers', names);

function note<Name extends keyof Notes>(name: Name, value: NonNullable<Notes[Name]>): MethodDecorator {
  return applyDecorators(ApiExtension(PREFIX + name, value));
}

/** Takes the notes out of an operation. */
export function takeNotes(operation: Operation): Notes {
  const noted = operation as unknown as Record<string, unknown>;
  const names = Object.keys(noted).filter((key) => key.startsWith(PREFIX));
  const notes = Object.fromEntries(names.map((key) => [key.slice(PREFIX.length), noted[key]]));
  for (const name of names) Reflect.deleteProperty(noted, name);
  return notes;
}
