import { Module } from '@nestjs/common';
import { LocationsModule } from '../locations/index.js';
import { AvailabilityOfficeController } from './availability-office.controller.js';
import { AvailabilityStore } from './availability-store.js';
import { AvailabilityVersion } from './availability-version.js';
import { CurrentVersions } from './current-versions.js';
import { GuestMenuController } from './guest-menu.controller.js';
import { GuestMenus } from './guest-menus.js';
import { IngredientSuspensions } from './ingredient-suspensions.js';
import { GuestShop } from './guest-shop.js';
import { MenuEditing } from './menu-editing.js';
import { MenuImport } from './menu-import.js';
import { MenuOfficeController } from './menu-office.controller.js';
import { MenuStore } from './menu-store.js';
import { PortionTaking } from './portion-taking.js';
import { EntityEditing } from './office/entity-editing.js';
import { GuardedEditing } from './office/guarded-editing.js';
import { ItemEditing } from './office/item-editing.js';
import { MenuItemsController } from './office/menu-items.controller.js';
import { MenuSectionsController } from './office/menu-sections.controller.js';
import { ModifierGroupsController } from './office/modifier-groups.controller.js';
import { ItemPhotoController } from './photos/item-photo.controller.js';
import { ItemPhotos } from './photos/item-photos.js';
import { KeptCuts } from './photos/kept-cuts.js';
import { PhotoStore } from './photos/photo-store.js';
import { PhotoSweeper } from './photos/photo-sweeper.js';
import { PhotosController } from './photos/photos.controller.js';
import { SurroundingsReader } from './office/surroundings.js';

@Module({
  imports: [LocationsModule],
  controllers: [
    AvailabilityOfficeController,
    GuestMenuController,
    ItemPhotoController,
    MenuItemsController,
    MenuSectionsController,
    ModifierGroupsController,
    MenuOfficeController,
    PhotosController,
  ],
  providers: [
    MenuStore,
    GuestMenus,
    MenuEditing,
    MenuImport,
    AvailabilityStore,
    AvailabilityVersion,
    CurrentVersions,
    GuestShop,
    IngredientSuspensions,
    PortionTaking,
    GuardedEditing,
    ItemEditing,
    EntityEditing,
    SurroundingsReader,
    ItemPhotos,
    KeptCuts,
    PhotoStore,
    PhotoSweeper,
  ],
  exports: [
    CurrentVersions,
    GuardedEditing,
    GuestMenus,
    IngredientSuspensions,
    MenuStore,
    MenuEditing,
    MenuImport,
    PhotoStore,
    AvailabilityStore,
    PortionTaking,
  ],
})
export class MenuModule {}
