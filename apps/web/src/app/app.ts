import { Component } from '@angular/core';

@Component({ selector: 'app-root', template: '<h1>Comanda</h1>' })
export class App {}
