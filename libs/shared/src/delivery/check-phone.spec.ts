import { checkPhone, isCallable } from './check-phone.js';

it.each([
  ['+49 30 901820', true],
  ['(030) 90-18', true],
  ['٠٣٠٩٠١٨', true],
  ['112', false],
  ['ring twice', false],
  ['', false],
])('"%s" can be called: %s', (phone, callable) => expect(isCallable(phone)).toBe(callable));

it.each([
  ['delivery' as const, undefined, ['/guest/phone']],
  ['delivery' as const, { name: 'Ines' }, ['/guest/phone']],
  ['delivery' as const, { phone: '112' }, ['/guest/phone']],
  ['delivery' as const, { phone: '030 901820' }, []],
  ['pickup' as const, undefined, []],
  ['dine-in' as const, { name: 'Ines' }, []],
])('%s for %j lacks %j', (type, guest, pointers) => {
  expect(checkPhone(type, guest).map(({ pointer }) => pointer)).toEqual(pointers);
});
