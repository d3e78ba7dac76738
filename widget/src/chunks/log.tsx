import { logZh } from '../strings/log-zh.ts';
import { type LogProps, LogSection } from '../view/log.tsx';

/** The log step, and how the log stands: on portals that name receipts or a service. */
export { openLog } from '../log-reading.ts';

export const Log = (props: LogProps) => <LogSection {...props} l={props.t.parts?.log ?? logZh} />;
