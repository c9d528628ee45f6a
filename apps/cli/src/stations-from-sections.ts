import type { ImportReport, Item, LocationView, MenuDocument, Section, StationRequest, Text } from '@comanda/shared';
import { textIn } from '@comanda/shared';
import type { House } from './api/house.js';

/** Gives each section that has dishes without a station one of its own, and sends those dishes there. Says what it did. */
export async function stationsFromSections(house: House): Promise<string> {
  const document = await house.get<MenuDocument>(`${house.path}/menu-document`);
  const homeless = new Set(document.items.filter(({ stationId }) => stationId === undefined).map(({ id }) => id));
  const sections = document.sections.filter(({ itemIds }) => itemIds.some((id) => homeless.has(id)));
  if (sections.length === 0) return 'Every dish has its station already.';
  const stations = sections.map((section) => stationOf(section, document.defaultLanguage));
  await house.patch<LocationView>(house.path, { stations });
  const items = document.items.map((item) => (homeless.has(item.id) ? atStation(item, sections) : item));
  await house.post<ImportReport>(`${house.path}/menu-imports?mode=merge`, { ...document, items });
  return `Stations: ${stations.map(({ name }) => name).join(', ')}.`;
}

function stationOf({ id, name }: Section<Text>, language: string): StationRequest {
  return { id: stationId(id), name: textIn(name, language, language).slice(0, 100) || id };
}

function stationId(sectionId: string): string {
  return `section-${sectionId.replace(/[^\w.-]/g, '')}`.slice(0, 32);
}

/** A dish in several sections is made where it stands first. */
function atStation(item: Item<Text>, sections: readonly Section<Text>[]): Item<Text> {
  const section = sections.find(({ itemIds }) => itemIds.includes(item.id));
  return section ? { ...item, stationId: stationId(section.id) } : item;
}
