import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { StaffOrderView } from '@comanda/shared';
import type { OrderDeed } from './order-commands';
import { PaymentForm } from './payment-form';

function anOrder(about: Partial<StaffOrderView>): StaffOrderView {
  return { id: 'o1', version: 1, currency: 'EUR', totalMinor: 1290, paidMinor: 0, ...about } as StaffOrderView;
}

describe('PaymentForm', () => {
  let fixture: ComponentFixture<PaymentForm>;
  let given: OrderDeed[];

  beforeEach(async () => {
    fixture = TestBed.createComponent(PaymentForm);
    fixture.componentRef.setInput('order', anOrder({}));
    fixture.componentRef.setInput('busy', false);
    given = [];
    fixture.componentInstance.given.subscribe((deed) => given.push(deed));
    await fixture.whenStable();
  });

  const field = () => (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('#payment-amount');

  async function submitWith(text: string): Promise<void> {
    const input = field();
    if (input === null) throw new Error('There is a field.');
    input.value = text;
    input.dispatchEvent(new Event('input'));
    input.form?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  }

  it('begins with what is owed and keeps what is typed when other news of the order come', async () => {
    expect(field()?.value).toBe('12.90');
    await submitWith('no');
    fixture.componentRef.setInput('order', anOrder({ version: 2 }));
    await fixture.whenStable();
    expect([field()?.value, given]).toEqual(['no', []]);
    fixture.componentRef.setInput('order', anOrder({ version: 3, paidMinor: 400 }));
    await fixture.whenStable();
    expect(field()?.value).toBe('8.90');
  });

  it('gives the same payment the same key and another one another', async () => {
    await submitWith('4');
    await submitWith('4');
    await submitWith('5');
    const keys = given.map((deed) => (deed.kind === 'pay' ? deed.key : ''));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(given[0]).toMatchObject({ kind: 'pay', method: 'cash', amountMinor: 400 });
  });

  it.each(['13', '0', 'free'])('gives nothing for %p', async (text) => {
    await submitWith(text);
    expect([given, field()?.getAttribute('aria-invalid')]).toEqual([[], 'true']);
  });
});
