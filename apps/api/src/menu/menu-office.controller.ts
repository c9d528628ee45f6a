import { Body, Controller, Get, Headers, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LIMITS, validateMenu } from '@comanda/shared';
import type { ImportReport, MenuDocument, MenuFinding, MenuRevisionView, RestoredRevisionView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access, actorName, CurrentActor, DomainError, etag, TakesUpload } from '../platform/http/index.js';
import type { Actor, Spreadsheet } from '../platform/http/index.js';
import { Answers, AnswersList } from '../platform/openapi/index.js';
import { toCsv } from './csv/write-csv.js';
import { MenuEditing } from './menu-editing.js';
import { MenuImport } from './menu-import.js';
import { MenuImportQuery } from './menu-queries.dto.js';
import { MenuStore } from './menu-store.js';
import { asksForCsv } from './csv/asks-for-csv.js';
import { isKnown } from './office/preconditions.js';

/** The whole menu in the office: read, import, undo. */
@ApiTags('Menu office')
@Controller('locations/:locationId')
export class MenuOfficeController {
  constructor(
    private readonly menus: MenuStore,
    private readonly imports: MenuImport,
    private readonly editing: MenuEditing,
  ) {}

  @Get('menu-document')
  @Access('menu.read')
  @ApiOperation({
    operationId: 'getMenuDocument',
    summary: 'The whole menu as one document, as an import takes it; its items as a spreadsheet with text/csv',
    description:
      'All languages, with what guests never see. The spreadsheet leaves out groups, hours, photos and recipes.',
  })
  @Answers('MenuDocument', { etag: true, csv: true })
  async document(
    @Param('locationId') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MenuDocument | string | undefined> {
    const { document, checksum } = await this.menus.current(id);
    const csv = asksForCsv(accept);
    const tag = etag(csv ? `${checksum}-csv` : checksum);
    reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'Accept');
    if (isKnown(known, tag)) {
      reply.status(304);
      return undefined;
    }
    if (!csv) return document;
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="menu.csv"');
    return toCsv(document);
  }

  @Get('menu-findings')
  @Access('menu.read')
  @ApiOperation({
    operationId: 'listMenuFindings',
    summary: 'All that somebody should look at in the menu, errors first',
    description: 'Each names its entity and how to mend it. A finding never takes the rest of the menu off sale.',
  })
  @AnswersList('MenuFinding')
  async findings(@Param('locationId') id: string): Promise<MenuFinding[]> {
    return validateMenu((await this.menus.current(id)).document);
  }

  @Post('menu-imports')
  @HttpCode(200)
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'importMenu',
    summary: 'Import a whole menu; what is wrong in it is told and never stops the rest',
    description:
      '`merge` adds and updates by id, `replace` also takes away. What is wrong leaves what the menu has in its place. The same document again changes nothing; with `dryRun` nothing changes at all.',
  })
  @ApiBody({
    description:
      "A document as `menu-document` gives it, or another system's export, of which what can be read is taken.",
    schema: { anyOf: [{ $ref: '#/components/schemas/MenuDocument' }, { type: 'object' }] },
  })
  @TakesUpload({ bytes: LIMITS.menuImportBytes, takes: 'csv' })
  @Answers('ImportReport')
  async import(
    @Param('locationId') id: string,
    @Body() upload: Record<string, unknown> | Spreadsheet,
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
  @ApiOperation({
    operationId: 'listMenuRevisions',
    summary: 'The latest hundred revisions: who changed what, and when',
    description: 'Each change of the menu is a revision that stays as it is; any of them can be restored.',
  })
  @AnswersList('MenuRevisionView')
  async revisions(@Param('locationId') id: string): Promise<MenuRevisionView[]> {
    return this.menus.revisions(id, 100);
  }

  @Post('menu-revisions/:number/restoration')
  @HttpCode(200)
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'restoreMenuRevision',
    summary: 'Undo: an older revision becomes the newest',
    description: 'Nothing is lost: the menu of that revision is published once more as the newest one.',
  })
  @Answers('RestoredRevisionView')
  async restore(
    @Param('locationId') id: string,
    @Param('number', new ParseIntPipe({ exceptionFactory: noSuchRevision })) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<RestoredRevisionView> {
    return { revision: (await this.editing.restore(id, number, actorName(actor))).number };
  }
}

function noSuchRevision(): DomainError {
  return new DomainError('not_found', 'There is no such revision of the menu.');
}
