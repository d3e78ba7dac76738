/** COSE algorithm numbers of format 1. SM2 has no registered number: −65537 lies in COSE's private use range. */
export const ALGORITHMS = { ES256: -7, Ed25519: -19, SM2: -65537 } as const;

export type Algorithm = (typeof ALGORITHMS)[keyof typeof ALGORITHMS];
