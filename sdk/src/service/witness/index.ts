export { WitnessMemory } from './witness-memory.ts';
export { witnessServer } from './witness-server.ts';
