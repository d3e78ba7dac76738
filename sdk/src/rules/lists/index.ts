export { type ListConflict, listConflicts } from './conflicts.ts';
export { countLists, type ListCounts } from './count-lists.ts';
export { LISTS, List, ListItem, ListPack, Requirement } from './list-pack.ts';
export { loadListPack } from './load-lists.ts';
export { exportLists, importLists } from './workbook.ts';
