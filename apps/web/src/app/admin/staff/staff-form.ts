import { Component, ElementRef, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  LIMITS,
  ROLES,
  type ChangeStaffRequest,
  type CreateStaffRequest,
  type Role,
  type StaffView,
} from '@comanda/shared';
import { Field, FieldControl } from '../../ui/field/field';
import { ROLE_NAMES } from '../shell/office-texts';
import { ROLE_HINTS, STAFF_TEXTS } from './staff-texts';
import { valueOf } from '../words/value-of';

export type StaffWish =
  | { readonly kind: 'create'; readonly request: CreateStaffRequest }
  | { readonly kind: 'change'; readonly id: string; readonly request: ChangeStaffRequest };

/** One account: a new one, or what is to change in one. Only what differs is sent. */
@Component({
  selector: 'app-staff-form',
  imports: [Field, FieldControl],
  templateUrl: './staff-form.html',
  styleUrl: './staff-form.css',
})
export class StaffForm {
  /** Null makes a new one. */
  readonly account = input.required<StaffView | null>();
  readonly busy = input.required<boolean>();
  readonly failure = input<string | null>(null);
  readonly wished = output<StaffWish>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly textOf = valueOf;
  protected readonly t = STAFF_TEXTS;
  protected readonly roles = ROLES;
  protected readonly roleNames = ROLE_NAMES;
  protected readonly roleHints = ROLE_HINTS;
  protected readonly limits = LIMITS;
  protected readonly name = linkedSignal(() => this.account()?.name ?? '');
  protected readonly email = linkedSignal(() => this.account()?.email ?? '');
  protected readonly role = linkedSignal<Role>(() => this.account()?.role ?? 'waiter');
  protected readonly active = linkedSignal(() => this.account()?.active ?? true);
  protected readonly password = signal('');
  private readonly tried = signal(false);

  protected readonly nameError = computed(() =>
    this.tried() && this.name().trim() === '' ? this.t.nameMissing : null,
  );
  protected readonly emailError = computed(() =>
    this.tried() && !/.@./.test(this.email()) ? this.t.emailWrong : null,
  );
  protected readonly passwordError = computed(() =>
    this.tried() && this.passwordTooShort() ? this.t.passwordShort(LIMITS.passwordMin) : null,
  );

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.nameError() !== null) return this.focus('#account-name');
    if (this.emailError() !== null) return this.focus('#account-email');
    if (this.passwordError() !== null) return this.focus('#account-password');
    const account = this.account();
    if (account === null) return this.wished.emit({ kind: 'create', request: this.whole() });
    this.wished.emit({ kind: 'change', id: account.id, request: this.changes(account) });
  }

  private whole(): CreateStaffRequest {
    const [name, email, role, password] = [this.name().trim(), this.email().trim(), this.role(), this.password()];
    return { name, email, role, password };
  }

  private changes(account: StaffView): ChangeStaffRequest {
    const { name, role, password } = this.whole();
    const active = this.active();
    return {
      ...(name === account.name ? {} : { name }),
      ...(role === account.role ? {} : { role }),
      ...(active === account.active ? {} : { active }),
      ...(password === '' ? {} : { password }),
    };
  }

  private passwordTooShort(): boolean {
    const { length } = this.password();
    return length < LIMITS.passwordMin && (this.account() === null || length > 0);
  }

  private focus(selector: string): void {
    this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}
