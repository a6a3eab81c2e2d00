export interface Violation {
  field: string;
  code: string;
  message: string;
}

/** @schema PageTaskResponse */
export interface Page<T> {
  items: T[];
  next: string | null;
}
