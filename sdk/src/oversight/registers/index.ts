export {
  COMMITTEE_FIGURE,
  COMMITTEE_ROLES,
  type Committee,
  type CommitteeFlag,
  CommitteeRecords,
  committeeOf,
  Discussion,
  loadCommittee,
} from './committee.ts';
export {
  LegalReview,
  LegalReviews,
  loadLegalReviews,
  REVIEW_COLUMNS,
  REVIEW_FIGURE,
  type ReviewField,
  readLegalReviews,
  reviewFigure,
} from './legal-reviews.ts';
export {
  loadNormativeDocuments,
  NormativeDocument,
  NormativeDocuments,
  type PackStanding,
  STANDINGS,
  type Standing,
  standingOf,
} from './normative-documents.ts';
export {
  loadOfficers,
  OFFICER_COLUMNS,
  OFFICER_FIGURES,
  Officer,
  type OfficerField,
  OfficerRegister,
  officerFigures,
  peopleOf,
  readOfficers,
} from './officers.ts';
export {
  loadOffices,
  Office,
  OfficeRegister,
  STAFFING_FIGURE,
  type Staffing,
  staffingOf,
} from './offices.ts';
export {
  EXEMPTIONS,
  loadPublicity,
  PUBLICITY_COLUMNS,
  PUBLICITY_FIGURE,
  Publicity,
  type PublicityField,
  PublicityRegister,
  publicityFigure,
  publicityOf,
  readPublicity,
} from './publicity.ts';
export type { Columns, TableRead } from './read-table.ts';
