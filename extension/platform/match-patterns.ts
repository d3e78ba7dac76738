/** Firefox knows no port in a match pattern, and one without covers them all; `adapterFor` compares the port itself. */
const withoutPorts = (pattern: string): string =>
  pattern.replace(/^(https?:\/\/[^/:[\]]+|https?:\/\/\[[^\]]+\]):(?:\d+|\*)\//, '$1/');

/** Match patterns as this browser takes them. */
export const matchPatterns = (patterns: readonly string[]): string[] => [
  ...new Set(import.meta.env.FIREFOX ? patterns.map(withoutPorts) : patterns),
];

/** Host permissions know no paths. */
export const originsOf = (patterns: readonly string[]): string[] =>
  matchPatterns(patterns.map((one) => one.replace(/^([a-z]+:\/\/[^/]+)\/.*$/, '$1/*')));
