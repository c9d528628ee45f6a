import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, DomainError, etag, isUnchanged } from '../../platform/http/index.js';
import { AnswersBytes } from '../../platform/openapi/index.js';
import { KeptCuts } from './kept-cuts.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The photos as guests' browsers fetch them. */
@ApiTags('Menu')
@Controller('photos')
export class PhotosController {
  constructor(private readonly cuts: KeptCuts) {}

  @Get(':photoId/:cut')
  @Access('public')
  @ApiOperation({
    operationId: 'getPhoto',
    summary: 'One size of a photo, to be kept for ever',
    description:
      '`photo.url` of a menu names the largest as JPEG. The others stand beside it: `336` (square), `720` and `1280` (4:3) pixels across, as `.avif` or `.jpg`. Another photo has another address.',
  })
  @AnswersBytes('image/avif', 'image/jpeg')
  async get(
    @Param() { photoId, cut }: CutPath,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tag = etag(`${photoId}-${cut}`);
    const bytes = await this.cuts.find(photoId, cut);
    if (bytes === null) throw new DomainError('not_found', 'There is no such photo.');
    void reply.header('ETag', tag).header('Cache-Control', FOR_EVER);
    if (isUnchanged(known, tag)) return void reply.status(304).send();
    void reply.type(cut.endsWith('.avif') ? 'image/avif' : 'image/jpeg').send(bytes);
  }
}

interface CutPath {
  readonly photoId: string;
  readonly cut: string;
}
