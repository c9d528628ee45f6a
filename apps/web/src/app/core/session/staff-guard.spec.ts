import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type GuardResult, Router, type RouterStateSnapshot, provideRouter } from '@angular/router';
import { ROLE_PERMISSIONS, type Permission, type Role, type SessionView } from '@comanda/shared';
import { problemInterceptor } from '../api/interceptors';
import { safeNextPath } from './next-path';
import { SessionStore } from './session-store';
import { staffGuard } from './staff-guard';

const URL = '/api/v1/session';

function sessionOf(role: Role): SessionView {
  return {
    staff: { id: 's1', name: 'Ana', email: 'ana@example.com', role, active: true },
    permissions: ROLE_PERMISSIONS[role],
    locationId: 'loc',
    csrfToken: 'token',
    expiresAt: '2026-12-01T00:00:00Z',
    insecureTransport: false,
  };
}

describe('staffGuard', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    http = TestBed.inject(HttpTestingController);
  });

  async function enter(answer: () => void, permission?: Permission): Promise<string> {
    const guard = staffGuard(permission);
    const state = { url: '/admin/menu?section=2' } as RouterStateSnapshot;
    const result = TestBed.runInInjectionContext(() => guard({} as never, state)) as Promise<GuardResult>;
    answer();
    const entered = await result;
    return typeof entered === 'boolean' ? String(entered) : TestBed.inject(Router).serializeUrl(entered as never);
  }

  it('lets staff in, keeps their session and asks only once', async () => {
    expect(await enter(() => http.expectOne(URL).flush(sessionOf('waiter')))).toBe('true');
    expect(TestBed.inject(SessionStore).csrfToken()).toBe('token');
    expect(await enter(() => http.expectNone(URL))).toBe('true');
  });

  it('sends strangers to the log-in with the way back', async () => {
    const refused = { status: 401, statusText: 'Unauthorized' };
    const url = await enter(() => http.expectOne(URL).flush({ code: 'unauthenticated', detail: 'Log in.' }, refused));
    expect(url).toBe('/admin/login?next=%2Fadmin%2Fmenu%3Fsection%3D2');
  });

  it('sends to the log-in when the server does not answer', async () => {
    const url = await enter(() => http.expectOne(URL).error(new ProgressEvent('error')));
    expect(url).toMatch(/^\/admin\/login\?next=/);
  });

  it('tells staff without the permission what they may not open', async () => {
    const url = await enter(() => http.expectOne(URL).flush(sessionOf('kitchen')), 'menu.edit');
    expect(url).toBe('/admin/no-permission?page=%2Fadmin%2Fmenu%3Fsection%3D2');
    expect(await enter(() => undefined, 'kitchen.cook')).toBe('true');
  });
});

describe('safeNextPath', () => {
  it.each([
    ['/kitchen/grill?x=1', '/kitchen/grill?x=1'],
    ['//evil.example', null],
    ['/\\evil.example', null],
    ['https://evil.example', null],
    ['', null],
    [undefined, null],
  ])('of %p is %p', (next, safe) => expect(safeNextPath(next)).toBe(safe));
});
