export { Summary } from '#lib/model/Summary.ts';
