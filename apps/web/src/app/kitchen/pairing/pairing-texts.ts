export const PAIRING_TEXTS = {
  heading: 'Pair this screen',
  lead: 'In the office open “Screens”, choose “Pair a screen” and type in this code:',
  asking: 'Getting a code',
  goodFor: (left: string) => `Good for ${left}. Then a new code appears by itself.`,
  saidCode: (code: string) => `The code is ${[...code].join(' ')}`,
  failed: 'There is no code yet',
  unreachable: 'The server does not answer. This screen tries again by itself.',
  retry: 'Try again',
  logIn: 'Log in with e-mail instead',
};
