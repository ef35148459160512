export default function ThingPanel({ thing }: { thing: string }) {
  return <aside>{thing}</aside>;
}
