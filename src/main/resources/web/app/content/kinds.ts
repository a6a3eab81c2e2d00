import { icons } from '../base/icons.ts';

/** Of what goes out, and of the other work of a queue, which is told from it at a glance. */
export const kindIcons: Record<string, typeof icons.moment> = {
  MOMENT: icons.moment, GROUP: icons.people, PRIVATE: icons.chat, ADD_FRIEND: icons.addFriend,
  WELCOME: icons.chat,
  FOLLOW_UP: icons.chat, PREPARE: icons.tasks, REVIEW: icons.check, ACKNOWLEDGE: icons.words, ANSWER_FEEDBACK: icons.feedback,
};

export const kindColours: Record<string, string> = {
  MOMENT: 'blue', GROUP: 'violet', PRIVATE: 'teal', ADD_FRIEND: 'amber', WELCOME: 'teal',
  FOLLOW_UP: 'teal', PREPARE: 'amber', REVIEW: 'amber', ACKNOWLEDGE: 'amber', ANSWER_FEEDBACK: 'amber',
};
