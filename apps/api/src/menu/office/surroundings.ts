import { Injectable } from '@nestjs/common';
import { LocationDirectory } from '../../locations/index.js';
import { PhotoStore } from '../photos/photo-store.js';
import type { Surroundings } from './item-references.js';

/** No tax rule of any date is left out. */
const ANY_DATE = '9999-12-31';

/** Reads what a menu may point to outside of itself. */
@Injectable()
export class SurroundingsReader {
  constructor(
    private readonly locations: LocationDirectory,
    private readonly photos: PhotoStore,
  ) {}

  /** `photoUrls` are those that somebody wants in the menu. */
  async of(locationId: string, photoUrls: readonly string[] = []): Promise<Surroundings> {
    const stations = await this.locations.stations(locationId);
    const rates = await this.locations.taxRates(locationId, ANY_DATE);
    return {
      stationIds: stations.map(({ id }) => id),
      taxClasses: Object.keys(rates),
      lostPhotos: await this.photos.lost(photoUrls),
    };
  }
}
