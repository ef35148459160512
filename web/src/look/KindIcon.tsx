/** What a thing is, drawn small: one path for each kind, 24 units; what is not known is a box. */
const paths: Record<string, string> = {
  lamp: "M8 3h8l3 9H5l3-9ZM12 12v7M8 20h8M15 12v3",
  "ceiling-light": "M12 2v4M4 14a8 8 0 0 1 16 0H4Zm5 0a3 3 0 0 0 6 0M6 18l-1 2M12 19v2M18 18l1 2",
  "air-conditioner": "M3 5h18v7H3zM6 9h9M7 15c1 2-1 3 0 5M12 15c1 2-1 3 0 5M17 15c1 2-1 3 0 5",
  sensor: "M12 4a2 2 0 0 0-2 2v7a4 4 0 1 0 4 0V6a2 2 0 0 0-2-2ZM12 9v7M17 6h3M17 10h3",
  presence: "M12 12a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6 20a6 6 0 0 1 12 0M4 4a12 12 0 0 0 0 9M20 4a12 12 0 0 1 0 9",
  door: "M6 21V3h11v18M3 21h18M14 12h.01",
  "radio-unit":
    "M12 10v11M9 21h6M12 10a1.5 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM7.500 13a6 6 0 0 1 0-9M16.500 4a6 6 0 0 1 0 9M4.500 15.500a10 10 0 0 1 0-14M19.500 1.500a10 10 0 0 1 0 14",
  meter: "M5 3h14v18H5zM8 6h8v4H8zM13 12.500l-3 3.500h4l-3 3.500",
  "parking-spot": "M4 4h16v16H4zM10 17V7h3a3 3 0 0 1 0 6h-3",
  plug: "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0V8ZM12 17v4",
};

const box = "M12 3 4 7v10l8 4 8-4V7l-8-4Zm0 9v9M4 7l8 5 8-5";

export function KindIcon({ kind, size = 22 }: { kind: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[kind] ?? box} />
    </svg>
  );
}
