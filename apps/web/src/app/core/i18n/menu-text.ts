import { Directive, inject } from '@angular/core';
import { MenuLanguage } from './menu-language';

/** Words of the restaurant in the midst of the site's: said and set in their own language. */
@Directive({
  selector: 'bdi[appMenuText]',
  host: { dir: 'auto', '[attr.lang]': 'language.written()' },
})
export class MenuText {
  protected readonly language = inject(MenuLanguage);
}
