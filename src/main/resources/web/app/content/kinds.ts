import { icons } from '../base/icons.ts';

/** Of what goes out, and of adding friends, which is told from it at a glance. */
export const kindIcons: Record<string, typeof icons.moment> = {
  MOMENT: icons.moment, GROUP: icons.people, PRIVATE: icons.chat, ADD_FRIEND: icons.addFriend,
  WELCOME: icons.chat,
};

export const kindColours: Record<string, string> = {
  MOMENT: 'blue', GROUP: 'violet', PRIVATE: 'teal', ADD_FRIEND: 'amber', WELCOME: 'teal',
};
