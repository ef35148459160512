import { create } from "zustand";

export type Role = "viewer" | "operator" | "admin";

export interface Me {
  kind: string;
  id: string;
  name: string;
  role: Role;
  rooms: string[];
  things: string[];
  expires?: string;
}

/** Who the server takes us for; null while it is not known. */
export const who = create<{ me: Me | null }>(() => ({ me: null }));

/** A path that is for administrators only, where we are one; elsewhere nothing is asked, as each refusal is put on record. */
export const useAdminPath = (path: string): string | null => who(w => (w.me?.role === "admin" ? path : null));
