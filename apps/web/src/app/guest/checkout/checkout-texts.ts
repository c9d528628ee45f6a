/** What stands on the checkout pages, word for word. */
export const CHECKOUT_TEXTS = {
  placingChecking: $localize`:@@guest.placing.checking:Still checking with the restaurant. Please keep this page open; you will not order twice.`,
  placingUnanswered: $localize`:@@guest.placing.unanswered:The restaurant does not answer, so we do not know yet whether it has your order. Asking again cannot order twice.`,
  placingAskAgain: $localize`:@@guest.placing.askAgain:Ask again`,
  name: $localize`:@@guest.checkout.name:Name`,
  phone: $localize`:@@guest.checkout.phone:Phone`,
  phoneHint: $localize`:@@guest.checkout.phoneHint:Only if we have a question about your order.`,
  note: $localize`:@@guest.checkout.note:Note for the restaurant`,
  back: $localize`:@@guest.checkout.back:Menu`,
  heading: $localize`:@@guest.checkout.heading:Your order`,
  who: $localize`:@@guest.checkout.who:Who is it for`,
  tipHeading: $localize`:@@guest.tip.heading:Tip for the team`,
  pay: $localize`:@@guest.checkout.pay:Payment`,
  payLater: $localize`:@@guest.checkout.payLater:Pay at the counter when you collect. Nothing is charged now.`,
  basketMend: $localize`:@@guest.basket.mend:Replace or remove the marked dishes to go on.`,
  pricesChanged: $localize`:@@guest.basket.pricesChanged:Prices have changed since you chose. Nothing is ordered before you agree.`,
  dishes: $localize`:@@guest.checkout.dishes:Dishes`,
};
