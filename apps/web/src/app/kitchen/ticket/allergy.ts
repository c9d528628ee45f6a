import type { TicketView } from '@comanda/shared';

const ALLERGY = /al+[ée]rg|anaphyla|intoleran|c(o)?eliac|z(ö|oe)liaki|unverträglich/i;

/** True when a guest writes of an allergy, in any of the languages in which guests write most. */
export function speaksOfAllergy(note: string | undefined): boolean {
  return note !== undefined && ALLERGY.test(note);
}

/** The notes of a ticket that tell of an allergy. What dishes contain by themselves is no warning. */
export function allergyNotes({ orderNote, lines }: Pick<TicketView, 'orderNote' | 'lines'>): string[] {
  return [orderNote, ...lines.map(({ note }) => note)].filter(
    (note): note is string => note !== undefined && speaksOfAllergy(note),
  );
}

/** "nuts, milk · Please no sesame": what was declared, then what the guest wrote. Empty: nothing is known. */
export function allergyWords(ticket: Pick<TicketView, 'orderNote' | 'lines' | 'allergies'>): string {
  const declared = ticket.allergies.join(', ');
  return [...(declared === '' ? [] : [declared]), ...new Set(allergyNotes(ticket))].join(' · ');
}
