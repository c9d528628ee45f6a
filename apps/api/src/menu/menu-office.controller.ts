import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { ImportReport, MenuDocument, MenuRevisionView } from '@comanda/shared';
import { Access, actorName, CurrentActor, DomainError } from '../platform/http/index.js';
import type { Actor } from '../platform/http/index.js';
import { MenuEditing } from './menu-editing.js';
import { MenuImport } from './menu-import.js';
import { MenuImportQuery } from './menu-queries.dto.js';
import { MenuStore } from './menu-store.js';

/** The whole menu in the office: read, import, undo. */
@Controller('locations/:locationId')
export class MenuOfficeController {
  constructor(
    private readonly menus: MenuStore,
    private readonly imports: MenuImport,
    private readonly editing: MenuEditing,
  ) {}

  @Get('menu-document')
  @Access('menu.read')
  async document(@Param('locationId') id: string): Promise<MenuDocument> {
    return (await this.menus.current(id)).document;
  }

  @Post('menu-imports')
  @HttpCode(200)
  @Access('menu.edit')
  async import(
    @Param('locationId') id: string,
    @Body() upload: Record<string, unknown>,
    @Query() { language, mode = 'merge', dryRun }: MenuImportQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ImportReport> {
    return this.imports.import(id, upload, {
      mode,
      dryRun: dryRun === 'true',
      ...(language === undefined ? {} : { language }),
      by: actorName(actor),
    });
  }

  @Get('menu-revisions')
  @Access('menu.read')
  async revisions(@Param('locationId') id: string): Promise<MenuRevisionView[]> {
    return this.menus.revisions(id, 100);
  }

  @Post('menu-revisions/:number/restoration')
  @HttpCode(200)
  @Access('menu.edit')
  async restore(
    @Param('locationId') id: string,
    @Param('number', new ParseIntPipe({ exceptionFactory: noSuchRevision })) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<{ revision: number }> {
    return { revision: (await this.editing.restore(id, number, actorName(actor))).number };
  }
}

function noSuchRevision(): DomainError {
  return new DomainError('not_found', 'There is no such revision of the menu.');
}
