import { Component, ElementRef, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { canTransition, type CancelOrderRequest, type StaffOrderView } from '@comanda/shared';
import { Announcer } from '../../core/a11y/announcer';
import { Connectivity } from '../../core/device/connectivity';
import { SessionStore } from '../../core/session/session-store';
import { Banner } from '../../ui/banner/banner';
import { Toasts } from '../../ui/toast/toasts';
import { lostFocusTo } from '../shell/lost-focus';
import { OrderCommands, type OrderDeed } from './order-commands';
import { owes } from './order-filter';
import { ORDER_TEXTS } from './order-texts';
import { PaymentForm } from './payment-form';
import { ReasonForm } from './reason-form';

export type OpenForm = 'reject' | 'cancel' | 'pay' | 'refund';

/** What this person may do with the order now. Forms open in place; a refused deed says who was quicker. */
@Component({
  selector: 'app-order-actions',
  imports: [Banner, PaymentForm, ReasonForm],
  templateUrl: './order-actions.html',
  styleUrl: './order-actions.css',
})
export class OrderActions {
  readonly order = input.required<StaffOrderView>();
  readonly done = output<StaffOrderView>();

  private readonly commands = inject(OrderCommands);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly announcer = inject(Announcer);
  protected readonly online = inject(Connectivity).online;
  protected readonly t = ORDER_TEXTS;
  protected readonly form = signal<OpenForm | null>(null);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  private readonly kitchenAsked = signal(false);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The heading stays when there is nothing left to do. */
  private readonly keepFocus = lostFocusTo(() => this.host.closest('app-side-panel')?.querySelector('h2') ?? null);

  protected readonly may = computed(() => {
    const order = this.order();
    const { state } = order;
    return {
      accept: canTransition(state, 'accept') && this.session.may('orders.accept'),
      reject: canTransition(state, 'reject') && this.session.may('orders.accept'),
      handOver: canTransition(state, 'hand-over') && this.session.may('orders.hand-over'),
      deliver: canTransition(state, 'deliver') && this.session.may('orders.hand-over'),
      cancel: canTransition(state, 'cancel') && this.session.may('orders.cancel'),
      pay: owes(order) && this.session.may('orders.record-payment'),
      refund: order.refundDueMinor !== undefined && this.session.may('orders.record-payment'),
    };
  });
  protected readonly anything = computed(() => Object.values(this.may()).some(Boolean));
  protected readonly kitchenBegan = computed(() => this.kitchenAsked() || !this.order().cancellable);

  constructor() {
    const id = computed(() => this.order().id);
    effect(() => {
      id();
      untracked(() => this.reset());
    });
    effect(() => {
      // What the form is for became impossible while it stood open.
      const [form, may] = [this.form(), this.may()];
      if (form !== null && !may[form] && !untracked(this.busy)) this.form.set(null);
    });
  }

  protected show(form: OpenForm): void {
    this.refusal.set(null);
    this.form.set(form);
  }

  protected close(): void {
    this.form.set(null);
    this.keepFocus();
  }

  protected cancel(request: CancelOrderRequest): void {
    void this.run({ kind: 'cancel', ...request });
  }

  protected async run(deed: OrderDeed): Promise<void> {
    if (this.busy() || !this.online()) return;
    this.busy.set(true);
    const seen = this.order();
    const { order, refusal, kitchenAsked } = await this.commands.run(seen, deed);
    this.busy.set(false);
    this.refusal.set(refusal);
    this.kitchenAsked.set(kitchenAsked);
    if (order !== null) this.done.emit(order);
    this.keepFocus();
    if (refusal !== null) return this.announcer.polite(refusal);
    this.close();
    const text = this.t.done[deed.kind](seen.number);
    this.announcer.polite(text);
    this.toasts.show({ text });
  }

  private reset(): void {
    this.form.set(null);
    this.refusal.set(null);
    this.kitchenAsked.set(false);
  }
}
