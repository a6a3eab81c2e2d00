/** What a briefing goes through, in its order. */
export const HEADINGS = [
  'posts', 'bringIn', 'activateWhen', 'activateHowMany', 'firstWords', 'visibility', 'teamwork', 'figures',
] as const;
