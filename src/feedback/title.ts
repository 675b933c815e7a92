import type { Problem, Question } from '../types.js';

/** What a question is called where people read: its title, else its id with spaces. */
export const titleOf = (question: Question): string => {
  if (question.title !== undefined) return question.title;
  const words = question.id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The same by id; an id that is no question's stands for itself. */
export const nameOf = (id: string, problem: Problem): string => {
  const question = problem.questions.find((each) => each.id === id);
  return question === undefined ? id : titleOf(question);
};
