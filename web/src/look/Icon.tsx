/** Line icons drawn here: one path each, 24 units. */
const paths = {
  world: "M12 3 3 7.5v9L12 21l9-4.5v-9L12 3Zm0 0v18M3 7.5l9 4.5 9-4.5",
  list: "M8 6h13M8 12h13M8 18h13M3.5 6h.01M3.5 12h.01M3.5 18h.01",
  dashboard: "M4 13h6V4H4v9Zm0 7h6v-4H4v4Zm10 0h6v-9h-6v9Zm0-16v4h6V4h-6Z",
  log: "M5 4h14v16H5zM9 9h6M9 13h6M9 17h4",
  documents: "M7 3h7l5 5v13H7zM14 3v5h5",
  chat: "M4 5h16v11H9l-5 4V5Z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M4 12H2M22 12h-2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5",
  moon: "M20 14a8 8 0 1 1-10-10 7 7 0 0 0 10 10Z",
  close: "M6 6l12 12M18 6 6 18",
  past: "M12 7v5l3 2M3.5 12a8.5 8.5 0 1 0 2.5-6M3 4v4h4",
  play: "M7 5v14l12-7L7 5Z",
  pause: "M7 5v14M17 5v14",
  send: "M4 12 20 4l-5 16-3-7-8-1Z",
  away: "M3 3l18 18M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 5-2.7M14 9.800a10 10 0 0 1 5 2.700M12 20h.01",
  check: "M5 13l4 4L19 7",
  warning: "M12 4 2.500 20h19L12 4Zm0 6v5m0 2.500v.01",
  download: "M12 4v11m0 0-4-4m4 4 4-4M5 20h14",
  upload: "M12 16V5m0 0L8 9m4-4 4 4M5 20h14",
  delete: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  people:
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 20a6.500 6.500 0 0 1 13 0M17 5a3 3 0 0 1 0 6M18.500 14a6 6 0 0 1 3.500 6",
  go: "M9 6l6 6-6 6",
  back: "M15 6l-6 6 6 6",
  off: "M12 3v8M6.500 6.500a8 8 0 1 0 11 0",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  chart: "M4 4v16h16M7.500 15l4-5 3 3 5-7",
  table: "M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9",
  grow: "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
  shrink: "M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  menu: "M4 7h16M4 12h16M4 17h16",
  home: "M4 11 12 4l8 7M6 9.500V20h12V9.500M10 20v-5h4v5",
  walk: "M13 5.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM9 21l2-6 3 3v3M11 15l1-6 3 3 3 1M12 9 8.500 10.500 8 14",
  above: "M3 14l9-4 9 4-9 4-9-4ZM12 3v5m0 0-2-2m2 2 2-2",
  pin: "M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11ZM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
