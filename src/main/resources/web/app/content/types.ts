export interface Script {
  id: string;
  title: string;
  line: string | null;
  copy: string;
}

/** @schema ScriptVersionResponse */
export interface ScriptVersion {
  contentVersion: number;
  copy: string;
}
