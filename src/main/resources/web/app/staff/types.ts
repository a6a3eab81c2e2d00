export interface MyShop {
  id: string;
  name: string;
  staffId: string;
  displayName: string;
  roles: string[];
}

export interface Me {
  username: string;
  displayName: string;
  roles: string[];
  shops: MyShop[];
}

export interface StaffRef {
  id: string;
  displayName: string;
}

export type StaffStatus = 'INVITED' | 'ACTIVE' | 'AWAY' | 'INACTIVE' | 'LEFT';

/** @schema AbsenceResponse */
export interface Absence {
  from: string;
  until: string;
  backupStaffId: string | null;
}

/** @schema StaffResponse */
export interface Person {
  id: string;
  username: string;
  displayName: string;
  roles: string[];
  status: StaffStatus;
  joinedAt: string | null;
  leftAt: string | null;
  /** The one that runs, or that is to come. */
  absence: Absence | null;
  version: number;
}
