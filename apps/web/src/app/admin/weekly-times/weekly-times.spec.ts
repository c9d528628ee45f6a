import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { WeeklyTimesEditor } from './weekly-times';
import { newWeeklyTimes, type WeeklyTimes } from './weekly-times-draft';

@Component({
  imports: [WeeklyTimesEditor],
  template: `
    <app-weekly-times
      [times]="times()"
      [empty]="'Never.'"
      [begin]="begin"
      [idOf]="idOf"
      [errorOf]="errorOf"
      (changed)="times.update($event)"
    />
  `,
})
class Form {
  readonly times = signal<readonly WeeklyTimes[]>([newWeeklyTimes('17:00', '22:00')]);
  readonly begin = { from: '12:00', to: '15:00' };
  readonly idOf = (index: number, field: string): string => `${field}-${index}`;
  readonly errorOf = (): null => null;
}

it('takes everything that is changed between two looks at the page', async () => {
  const form = TestBed.createComponent(Form);
  await form.whenStable();
  const page = form.nativeElement as HTMLElement;
  const [monday, tuesday] = page.querySelectorAll<HTMLInputElement>('[type=checkbox]');
  const until = page.querySelectorAll<HTMLInputElement>('[type=time]')[1];
  monday?.click();
  tuesday?.click();
  if (until) until.value = '00:30';
  until?.dispatchEvent(new Event('input'));
  expect(form.componentInstance.times()).toMatchObject([{ days: [3, 4, 5, 6, 7], from: '17:00', to: '00:30' }]);
  await form.whenStable();
  expect(page.textContent).toContain('Until (on the next day)');
});

it('begins a line, takes one off, and says what none means', async () => {
  const form = TestBed.createComponent(Form);
  await form.whenStable();
  const page = form.nativeElement as HTMLElement;
  const press = (name: string) =>
    [...page.querySelectorAll('button')]
      .find((each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name)
      ?.click();
  press('Add times');
  expect(form.componentInstance.times()).toMatchObject([{ from: '17:00' }, { from: '12:00', to: '15:00' }]);
  press('Remove times 1');
  await form.whenStable();
  press('Remove times 1');
  await form.whenStable();
  expect(page.textContent).toContain('Never.');
});
