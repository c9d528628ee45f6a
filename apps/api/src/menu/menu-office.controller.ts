import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { IMPORT_MODES } from '@comanda/shared';
import type { ImportMode, ImportReport, MenuDocument, MenuRevisionView } from '@comanda/shared';
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
  async document(@Param('locationId') id: string): Promise<MenuDocument> {
    return (await this.menus.current(id)).document;
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
    return this.imports.import(id, upload, {
      mode: modeOf(query['mode']),
      dryRun: query['dryRun'] === 'true',
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
    @Param('number', ParseIntPipe) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<{ revision: number }> {
    return { revision: (await this.editing.restore(id, number, actorName(actor))).number };
  }
}

function modeOf(asked = 'merge'): ImportMode {
  const mode = IMPORT_MODES.find((each) => each === asked);
  if (mode) return mode;
  const detail = `The mode must be ${IMPORT_MODES.join(' or ')}.`;
  throw new DomainError('invalid_request', detail, [{ pointer: '#query/mode', code: 'unknown_mode', detail }]);
}
