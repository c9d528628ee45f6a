import './stand-ins';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { renderApplication } from '@angular/platform-server';
import type { DrawnPage, MenuPageRequest, PageOrder } from '@comanda/shared';
import bootstrap from '../main.server';
import { wordsWithoutScripts } from './without-scripts';
import { toFirstLook } from './first-look';
import { HOUSE_ANSWERS, answersFor } from './house-answers';
import { pageDescription, pageHead } from './page-head';

/** Each language of the site is a folder of its own, below `server` and below `browser`. */
const language = /[\\/]server[\\/]?(.*)$/.exec(import.meta.dirname)?.[1] ?? '';
const SITE = join(import.meta.dirname, language === '' ? '..' : '../..', 'browser', language);
const template = readFileSync(join(SITE, 'index.html'), 'utf8');
const stylesheet = (name: string): string => readFileSync(join(SITE, name), 'utf8');

async function draw(page: MenuPageRequest): Promise<string> {
  const { hostname } = new URL(page.url);
  const drawn = await renderApplication(bootstrap, {
    document: template,
    url: page.url,
    allowedHosts: [hostname],
    platformProviders: [{ provide: HOUSE_ANSWERS, useValue: answersFor(page) }],
  });
  return toFirstLook(drawn, {
    stylesheet,
    head: pageHead(page, pageDescription(page)),
    plain: wordsWithoutScripts(page),
  });
}

async function answer({ id, page }: PageOrder): Promise<DrawnPage> {
  try {
    return { id, html: await draw(page) };
  } catch (error) {
    return { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (order: PageOrder) => {
  void answer(order).then((drawn) => parentPort?.postMessage(drawn));
});
