export default function History({ thing, name }: { thing: string; name: string }) {
  return <div>{thing + name}</div>;
}
