export interface Script {
  id: string;
  title: string;
  line: string | null;
  copy: string;
}
