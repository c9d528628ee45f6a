import { InjectionToken, type WritableSignal } from '@angular/core';
import type { AddressText } from './fulfilment-draft';

/** What stands in the fields of the address. By itself, so that whoever fills them is loaded without the rest. */
export const WRITTEN_ADDRESS = new InjectionToken<WritableSignal<AddressText>>('written address');
