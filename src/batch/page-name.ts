import { createHash } from 'node:crypto';

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

const plain = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/;
const longest = 80;

/**
 * A file name for a student: the id itself where it is plain lower case, else what is left of it and a part of its hash. Different
 * students have different names, also where capitals do not count; a name depends on its student alone.
 */
export const pageName = (student: string): string => {
  if (student.length <= longest && plain.test(student) && !reserved.test(student)) return student;
  const left = student
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const hash = createHash('sha256').update(student).digest('hex').slice(0, 12);
  return left === '' ? `student-${hash}` : `${left}-${hash}`;
};
