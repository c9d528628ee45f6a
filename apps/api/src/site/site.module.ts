import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { MenuModule } from '../menu/index.js';
import { MenuPages } from './menu-pages.js';

@Module({ imports: [LocationsModule, MenuModule], providers: [MenuPages] })
export class SiteModule {}
