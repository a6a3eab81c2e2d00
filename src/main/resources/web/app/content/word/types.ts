export interface WordLists {
  banned: string[];
  allowed: string[];
}
