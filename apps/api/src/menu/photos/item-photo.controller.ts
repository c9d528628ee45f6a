import { Body, Controller, Delete, Headers, Param, Put, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LIMITS } from '@comanda/shared';
import type { EditedItemView } from '@comanda/shared';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor, DomainError, Picture, TakesUpload } from '../../platform/http/index.js';
import type { Staff } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { requirePrecondition } from '../office/preconditions.js';
import { ItemPhotos } from './item-photos.js';

const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

/** The photo of a dish in the office. */
@ApiTags('Menu office')
@Controller('locations/:locationId/menu-items/:itemId/photo')
export class ItemPhotoController {
  constructor(private readonly photos: ItemPhotos) {}

  @Put()
  @Access('menu.edit')
  @TakesUpload({ bytes: LIMITS.photoBytes, takes: 'picture' })
  @ApiConsumes(...PICTURE_TYPES)
  @ApiBody({
    description: 'The bytes of the picture as they are, at most 16 MiB.',
    schema: { type: 'string', maxLength: LIMITS.photoBytes },
  })
  @ApiOperation({
    operationId: 'putMenuItemPhoto',
    summary: 'Show a photo with an item; the guests see it at once',
    description:
      'JPEG, PNG, WebP or AVIF, told by its content. It is turned upright, cut to a few sizes and stripped of what it says about place and camera; `photo.url` of the answer is its largest cut. What it shows (`photo.alt`) stays, or is the name of the item.',
  })
  @Answers('EditedItemView', { etag: true })
  async put(
    @CurrentActor() staff: Staff,
    @Param() { locationId, itemId }: ItemPath,
    @Body() body: Picture | Record<string, unknown> | undefined,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditedItemView> {
    const editor = { seen: requirePrecondition(seen), by: staff.name };
    return tagged(reply, await this.photos.put(locationId, itemId, bytesOf(body), editor));
  }

  @Delete()
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'removeMenuItemPhoto',
    summary: 'Take the photo off an item',
    description: 'Guests read it as a line of words again. An item without a photo is answered as it is.',
  })
  @Answers('EditedItemView', { etag: true })
  async remove(
    @CurrentActor() staff: Staff,
    @Param() { locationId, itemId }: ItemPath,
    @Headers('if-match') seen: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditedItemView> {
    const editor = { seen: requirePrecondition(seen), by: staff.name };
    return tagged(reply, await this.photos.remove(locationId, itemId, editor));
  }
}

interface ItemPath {
  readonly locationId: string;
  readonly itemId: string;
}

function bytesOf(body: unknown): Buffer {
  if (body instanceof Picture && body.bytes.length > 0) return body.bytes;
  const detail = 'Send the bytes of the picture itself, with its type, for example image/jpeg.';
  throw new DomainError('invalid_request', detail, [{ pointer: '', code: 'not_a_picture', detail }]);
}

function tagged(reply: FastifyReply, view: EditedItemView): EditedItemView {
  reply.header('etag', view.etag);
  return view;
}
