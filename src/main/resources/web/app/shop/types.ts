export interface Shop {
  id: string;
  name: string;
  timeZone: string;
  currency: string;
  cadenceLadder: number[];
}
