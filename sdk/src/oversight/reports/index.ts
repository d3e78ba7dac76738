export { type AdviceReportInput, adviceReport } from './advice-report.ts';
export type { Head } from './head.ts';
export { type AgendaInput, meetingAgenda } from './meeting-agenda.ts';
export { type MonthlyNoticeInput, monthlyNotice, type NoticeUnit } from './monthly-notice.ts';
export type { Edition } from './sources.ts';
export {
  type PublicWarningReport,
  type PublicWarningReportInput,
  publicWarningReport,
  WARNING_FIGURES,
  type WarningReportInput,
  warningReport,
} from './warning-report.ts';
