/** One log for each authority and year. */
export interface LogName {
  /** Host that serves it, in lower case. */
  readonly host: string;
  /** Administrative division or another name of the authority's own; letters, digits, `.` and `-` in lower case. */
  readonly region: string;
  readonly year: number;
}

const ORIGIN =
  /^(?<host>[a-z0-9.-]+(?::\d+)?)\/supervision-log\/(?<region>[a-z0-9.]+(?:-[a-z0-9.]+)*)-(?<year>\d{4})$/;

/** `<host>/supervision-log/<region>-<year>`: the origin line of a log, and its address without the scheme. */
export const logOrigin = ({ host, region, year }: LogName): string =>
  `${host}/supervision-log/${region}-${year}`;

/** The parts of an origin, or null where it has another form. */
export function parseLogOrigin(origin: string): LogName | null {
  const { host, region, year } = ORIGIN.exec(origin)?.groups ?? {};
  return host === undefined || region === undefined ? null : { host, region, year: Number(year) };
}
