import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { ImportReport, MenuDocument, MenuRevisionView } from '@comanda/shared';
import { Access, actorName, CurrentActor, DomainError } from '../platform/http/index.js';
import type { Actor } from '../platform/http/index.js';
import { MenuEditing } from './menu-editing.js';
import { MenuImport } from './menu-import.js';
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
  async document(@Param('locationId') id: string, @CurrentActor() actor: Actor): Promise<MenuDocument> {
    return (await this.menus.current(own(id, actor))).document;
  }

  @Post('menu-imports')
  @HttpCode(200)
  @Access('menu.edit')
  async import(
    @Param('locationId') id: string,
    @Body() upload: Record<string, unknown>,
    @Query() query: Record<string, string>,
    @CurrentActor() actor: Actor,
  ): Promise<ImportReport> {
    const language = query['language'];
    return this.imports.import(own(id, actor), upload, {
      mode: query['mode'] === 'replace' ? 'replace' : 'merge',
      dryRun: query['dryRun'] === 'true',
      ...(language === undefined ? {} : { language }),
      by: actorName(actor),
    });
  }

  @Get('menu-revisions')
  @Access('menu.read')
  async revisions(@Param('locationId') id: string, @CurrentActor() actor: Actor): Promise<MenuRevisionView[]> {
    return this.menus.revisions(own(id, actor), 100);
  }

  @Post('menu-revisions/:number/restoration')
  @HttpCode(200)
  @Access('menu.edit')
  async restore(
    @Param('locationId') id: string,
    @Param('number', ParseIntPipe) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<{ revision: number }> {
    return { revision: (await this.editing.restore(own(id, actor), number, actorName(actor))).number };
  }
}

/** Another restaurant's menu does not exist for staff. */
function own(locationId: string, actor: Actor): string {
  if (actor.kind === 'staff' && actor.locationId === locationId) return locationId;
  throw new DomainError('not_found', 'There is no such restaurant.');
}
