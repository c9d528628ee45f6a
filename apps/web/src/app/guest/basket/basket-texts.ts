/** What stands on the basket pages, word for word. */
export const BASKET_TEXTS = {
  heading: $localize`:@@guest.basket.heading:Your order`,
  empty: $localize`:@@guest.basket.empty:Nothing here yet. Add a dish with its plus.`,
  back: $localize`:@@guest.basket.back:Back to the menu`,
  amountsSubtotal: $localize`:@@guest.amounts.subtotal:Subtotal`,
  amountsTip: $localize`:@@guest.amounts.tip:Tip`,
  amountsTotal: $localize`:@@guest.amounts.total:Total`,
  pricesChanged: $localize`:@@guest.basket.pricesChanged:Prices have changed since you chose. Nothing is ordered before you agree.`,
  agree: $localize`:@@guest.basket.agree:Agree to the new prices`,
  replace: $localize`:@@guest.basket.replace:Replace`,
  remove: $localize`:@@guest.basket.remove:Remove`,
  edit: $localize`:@@guest.basket.edit:Change`,
  quoteChecking: $localize`:@@guest.quote.checking:Checking prices …`,
  quoteConfirmed: $localize`:@@guest.quote.confirmed:Prices confirmed`,
  quoteUnconfirmed: $localize`:@@guest.quote.unconfirmed:Not confirmed by the restaurant yet`,
  mend: $localize`:@@guest.basket.mend:Replace or remove the marked dishes to go on.`,
};
