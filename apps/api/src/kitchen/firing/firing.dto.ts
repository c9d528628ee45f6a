import type { FireCourseRequest, RefireRequest } from '@comanda/shared';
import { LIMITS } from '@comanda/shared';
import { IntField, StringField } from '../../platform/http/index.js';

export class FireCourseDto implements FireCourseRequest {
  @IntField({ min: 1, max: LIMITS.courses, example: 2 })
  course!: number;
}

export class RefireDto implements RefireRequest {
  @StringField({ min: 1, max: LIMITS.reasonLength, pattern: /\S/, example: 'Dropped at the pass' })
  reason!: string;

  @IntField({
    min: 1,
    max: LIMITS.lineQuantity * LIMITS.optionQuantity,
    optional: true,
    description: 'Of how many units; all when absent',
  })
  quantity?: number;
}
