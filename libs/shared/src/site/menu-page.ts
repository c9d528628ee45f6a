import type { AvailabilityView } from '../availability/availability.js';
import type { LocationView, TableView } from '../locations/location-contracts.js';
import type { MenuView } from '../menu/menu-view.js';

/** What the API hands to the site's own renderer, so that a menu is drawn before it is sent. */
export interface MenuPageRequest {
  /** The address of the page, absolute, as its guest reached it. */
  readonly url: string;
  readonly location: LocationView;
  readonly menu: MenuView;
  readonly availability: AvailabilityView;
  /** The table whose code led here. */
  readonly table?: TableView;
}

/** A request to the renderer, which works beside the API in a thread of its own. */
export interface PageOrder {
  readonly id: number;
  readonly page: MenuPageRequest;
}

/** Its answer to the request with the same id. */
export type DrawnPage =
  { readonly id: number; readonly html: string } | { readonly id: number; readonly fault: string };
