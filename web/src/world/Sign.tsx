/** The world's own line icons, 24 units. */
const paths = {
  home: "M4 11 12 4l8 7M6 9.500V20h12V9.500M10 20v-5h4v5",
  walk: "M13 5.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM9 21l2-6 3 3v3M11 15l1-6 3 3 3 1M12 9 8.500 10.500 8 14",
  above: "M3 14l9-4 9 4-9 4-9-4ZM12 3v5m0 0-2-2m2 2 2-2",
  pin: "M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11ZM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
} as const;

export function Sign({ name, size = 20 }: { name: keyof typeof paths; size?: number }) {
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
