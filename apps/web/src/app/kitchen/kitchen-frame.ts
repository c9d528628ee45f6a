import { Component, ViewEncapsulation } from '@angular/core';
import { RouterOutlet } from '@angular/router';

/** The kitchen's own light: dark, large, never themed. Its tokens hold for the whole page while it is shown. */
@Component({
  selector: 'app-kitchen-frame',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  styleUrl: './kitchen-frame.css',
  encapsulation: ViewEncapsulation.None,
})
export class KitchenFrame {}
