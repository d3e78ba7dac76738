/** Whose authority decided: the country, a province, a prefecture (市州), a county (县市区), a station (所). */
export const RECORD_LEVELS = ['nation', 'province', 'prefecture', 'county', 'station'] as const;
