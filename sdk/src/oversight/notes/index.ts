export { type Applied, loadNotes, Note, notesOn, RANKS } from './note.ts';
