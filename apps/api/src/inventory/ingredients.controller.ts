import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { SUSPENDABLE_KINDS } from '@comanda/shared';
import type { EditOutcome, RecipeView, Target } from '@comanda/shared';
import { Access, CurrentActor, DomainError } from '../platform/http/index.js';
import type { Staff } from '../platform/http/index.js';
import { Answers, AnswersList, Refuses } from '../platform/openapi/index.js';
import { IngredientDto, RecipeDto } from './inventory.dto.js';
import { Recipes } from './recipes.js';

/** What dishes are made of. */
@ApiTags('Stock')
@Controller('locations/:locationId')
export class IngredientsController {
  constructor(private readonly recipes: Recipes) {}

  @Put('ingredients/:ingredientId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'putIngredient',
    summary: 'Add or change an ingredient',
    description:
      'Its unit and what it declares of allergens, which every dish made of it declares too. It is counted only once something is booked.',
  })
  @Answers('EditOutcome')
  async putIngredient(
    @CurrentActor() staff: Staff,
    @Param() { locationId, ingredientId }: IngredientPath,
    @Body() body: IngredientDto,
  ): Promise<EditOutcome> {
    return this.recipes.putIngredient(locationId, ingredientId, body, staff.name);
  }

  @Delete('ingredients/:ingredientId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'removeIngredient',
    summary: 'Remove an ingredient that no recipe needs',
    description: 'The answer of a refusal names the recipes that need it.',
  })
  @Answers('EditOutcome')
  @Refuses('in_use')
  async removeIngredient(
    @CurrentActor() staff: Staff,
    @Param() { locationId, ingredientId }: IngredientPath,
  ): Promise<EditOutcome> {
    return this.recipes.removeIngredient(locationId, ingredientId, staff.name);
  }

  @Get('recipes')
  @Access('menu.read')
  @ApiOperation({
    operationId: 'listRecipes',
    summary: 'All recipes of items, sizes and options',
    description:
      'In thousandths of the unit of each ingredient. A size without a recipe of its own uses that of its item.',
  })
  @AnswersList('RecipeView')
  async list(@Param('locationId') locationId: string): Promise<RecipeView[]> {
    return this.recipes.list(locationId);
  }

  @Put('recipes/:kind/:targetId')
  @Access('menu.edit')
  @ApiOperation({
    operationId: 'putRecipe',
    summary: 'Set the recipe of an item, size or option; an empty one takes it away',
    description:
      'Each order takes from the stock what its recipes say. In a group of removals the lines are what is left out.',
  })
  @Answers('EditOutcome')
  async putRecipe(
    @CurrentActor() staff: Staff,
    @Param() { locationId, kind, targetId }: RecipePath,
    @Body() { lines }: RecipeDto,
  ): Promise<EditOutcome> {
    return this.recipes.putRecipe(locationId, targetOf(kind, targetId), lines, staff.name);
  }
}

function targetOf(kind: string, id: string): Target {
  const known = SUSPENDABLE_KINDS.find((each) => each === kind);
  if (!known) throw new DomainError('not_found', 'There is no such item, variant or option on the menu.');
  return { kind: known, id };
}

interface IngredientPath {
  readonly locationId: string;
  readonly ingredientId: string;
}

interface RecipePath {
  readonly locationId: string;
  readonly kind: string;
  readonly targetId: string;
}
