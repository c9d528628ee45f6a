import { Global, Inject, Module } from '@nestjs/common';
import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { connectReader, connectWriter } from './connect.js';
import type { DatabaseSettings, Schema } from './data-source-options.js';
import { writerOptions } from './data-source-options.js';
import { Database, READER } from './database.js';
import { Transactions } from './transactions.js';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(READER) private readonly reader: DataSource) {}

  static register(settings: DatabaseSettings, schema: Schema): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...writerOptions(settings, schema), retryAttempts: 0 }),
          dataSourceFactory: () => connectWriter(settings, schema),
        }),
      ],
      providers: [
        Transactions,
        Database,
        {
          provide: READER,
          inject: [getDataSourceToken()],
          useFactory: (writer: DataSource) => connectReader(writer, settings, schema),
        },
      ],
      exports: [Transactions, Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.reader.options.type === 'better-sqlite3' && this.reader.isInitialized) await this.reader.destroy();
  }
}
