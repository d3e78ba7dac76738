/** 环节 of a case in the order of the procedure, as the log names them. */
export const STAGES = [
  'filed',
  'evidence',
  'review',
  'noticed',
  'decided',
  'served',
  'executed',
  'closed',
] as const;
