export interface Violation {
  field: string;
  code: string;
  message: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}
