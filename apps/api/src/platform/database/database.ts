import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';

export const READER = Symbol('reader');

/** Reading outside of a transaction: sees only what has been committed. */
@Injectable()
export class Database {
  readonly reader: EntityManager;

  constructor(@Inject(READER) reader: DataSource) {
    this.reader = reader.manager;
  }
}
