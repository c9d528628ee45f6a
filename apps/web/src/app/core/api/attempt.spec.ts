import { jest } from '@jest/globals';
import { ApiProblem } from './api-problem';
import { Attempt } from './attempt';

describe('what is asked of the API from a page', () => {
  const attempt = () => new Attempt((code) => `refused: ${code}`);
  const refuse = () => Promise.reject(new ApiProblem('slot_full', 409, 'Full.'));

  it('is busy until it is answered, and a second press does nothing meanwhile', async () => {
    const tried = attempt();
    let answer = (): void => undefined;
    const running = tried.run(() => new Promise<void>((resolve) => (answer = resolve)));
    expect(tried.busy()).toBe(true);
    const second = jest.fn(() => Promise.resolve());
    await tried.run(second);
    expect(second).not.toHaveBeenCalled();
    answer();
    await running;
    expect([tried.busy(), tried.refusal()]).toEqual([false, null]);
  });

  it('says why it was refused, until something else is tried', async () => {
    const tried = attempt();
    await tried.run(refuse);
    expect([tried.busy(), tried.refusal()]).toEqual([false, 'refused: slot_full']);
    await tried.run(() => Promise.resolve());
    expect(tried.refusal()).toBeNull();
  });

  it('is refused also by a network that is away', async () => {
    const tried = attempt();
    await tried.run(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(tried.refusal()).toMatch(/^refused: /);
  });
});
