export const PICKER_TEXTS = {
  heading: 'Kitchen',
  lead: 'Which board hangs here?',
  expoAbout: 'Whole orders at the pass',
  busy: (open: number, late: number) =>
    open === 0 ? 'Nothing open' : late === 0 ? `${open} open` : `${open} open, ${late} late`,
  loadingStations: 'Loading the stations',
  noStations: 'This kitchen has no stations yet. All its tickets come to one board.',
};
