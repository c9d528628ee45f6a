export const PICKUP_TEXTS = {
  heading: 'Orders',
  preparing: 'Preparing',
  ready: 'Ready',
  collected: 'collected',
  nothing: 'No orders right now',
  loading: 'Loading the orders',
  blind: 'Please ask at the counter',
  failed: 'The numbers did not load. They are tried again by themselves.',
  soundOn: 'Turn the chime on',
  saidReady: (numbers: readonly number[]) => `Ready: ${numbers.join(', ')}`,
};
