import { Component, DOCUMENT, DestroyRef, ElementRef, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { toApiProblem, type ApiProblem } from '../../core/api/api-problem';
import { Connectivity } from '../../core/device/connectivity';
import { safeNextPath } from '../../core/session/next-path';
import { StaffSession } from '../../core/session/staff-session';
import { Banner } from '../../ui/banner/banner';
import { Field, FieldControl } from '../../ui/field/field';
import { LOGIN_TEXTS } from './login-texts';
import { isInsecurePage, refusalOf } from './login-words';
import { valueOf } from '../words/value-of';

const HOME = '/admin/orders';
const ASK_AGAIN_MS = 4_000;

/** The one door for staff. Who is logged in already passes through, also when the server was away for a while. */
@Component({
  selector: 'app-login-page',
  imports: [Banner, Field, FieldControl],
  templateUrl: './login-page.html',
  styleUrl: './login-page.css',
})
export class LoginPage {
  /** Where to go afterwards, from the address. */
  readonly next = input<string>();

  private readonly staffSession = inject(StaffSession);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly connectivity = inject(Connectivity);
  protected readonly valueOf = valueOf;
  protected readonly t = LOGIN_TEXTS;
  protected readonly insecurePage = isInsecurePage(inject(DOCUMENT).location);

  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  private readonly tried = signal(false);
  private readonly problem = signal<ApiProblem | null>(null);
  private gone = false;

  protected readonly emailError = computed(() =>
    this.tried() && !/.@./.test(this.email()) ? this.t.emailMissing : null,
  );
  protected readonly passwordError = computed(() =>
    this.tried() && this.password() === '' ? this.t.passwordMissing : null,
  );
  protected readonly offline = computed(() => !this.connectivity.online());
  protected readonly refusal = computed(() => {
    const problem = this.problem();
    return problem === null ? null : refusalOf(problem);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.gone = true));
    void this.passThrough();
    effect((onCleanup) => {
      if (this.problem()?.code !== 'unreachable') return;
      const timer = setInterval(() => void this.passThrough(), ASK_AGAIN_MS);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected async logIn(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.tried.set(true);
    if (this.emailError() !== null || this.passwordError() !== null) return this.focusFirstError();
    this.busy.set(true);
    try {
      await this.staffSession.logIn({ email: this.email().trim(), password: this.password() });
      await this.goOn();
    } catch (error) {
      this.problem.set(toApiProblem(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async passThrough(): Promise<void> {
    try {
      const session = await this.staffSession.current();
      if (session !== null) return void (await this.goOn());
      if (this.problem()?.code === 'unreachable') this.problem.set(null);
    } catch (error) {
      this.problem.set(toApiProblem(error));
    }
  }

  private async goOn(): Promise<void> {
    if (!this.gone) await this.router.navigateByUrl(safeNextPath(this.next()) ?? HOME, { replaceUrl: true });
  }

  private focusFirstError(): void {
    const id = this.emailError() !== null ? 'email' : 'password';
    this.host.nativeElement.querySelector<HTMLElement>(`#staff-${id}`)?.focus();
  }
}
