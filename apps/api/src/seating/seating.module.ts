import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { Seating } from './seating.js';
import { SittingBook } from './sitting-book.js';
import { SittingRepository } from './sitting.repository.js';
import { TableCalls } from './table-calls.js';
import { SittingReading } from './sitting-reading.js';

@Module({
  imports: [LocationsModule],
  providers: [Seating, SittingBook, SittingReading, SittingRepository, TableCalls],
  exports: [Seating, SittingBook, SittingReading, TableCalls],
})
export class SeatingModule {}
