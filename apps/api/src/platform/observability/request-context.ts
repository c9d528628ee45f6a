import { AsyncLocalStorage } from 'node:async_hooks';

/** Which request the running code works for, so that every line it logs says so. */
export const requestContext = new AsyncLocalStorage<{ readonly requestId: string }>();
