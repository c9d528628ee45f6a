/** A letter to one person: plain text alone, which every mail program reads and no scanner mistrusts. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends letters: over SMTP, or into the outbox that is looked at on this machine. */
export abstract class Mail {
  /** Whether somebody can read what is sent. */
  abstract readonly works: boolean;

  /** Never inside a transaction. Throws `service_unavailable` when the letter could not be handed over. */
  abstract send(letter: Letter): Promise<void>;
}
