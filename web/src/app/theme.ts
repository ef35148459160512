import { create } from "zustand";

export type Theme = "light" | "dark";
const Name = "gemeo.theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function wanted(): Theme {
  const kept = localStorage.getItem(Name);
  return kept === "light" || kept === "dark" ? kept : system.matches ? "dark" : "light";
}

export const theme = create<{ theme: Theme; toggle: () => void }>((set, read) => ({
  theme: wanted(),
  toggle: () => {
    const next = read().theme === "dark" ? "light" : "dark";
    localStorage.setItem(Name, next);
    set({ theme: next });
  },
}));

const show = () => document.documentElement.setAttribute("data-theme", theme.getState().theme);
theme.subscribe(show);
system.addEventListener("change", () => theme.setState({ theme: wanted() }));
show();
