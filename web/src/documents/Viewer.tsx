export default function Viewer({ document }: { document: string }) {
  return <aside>{document}</aside>;
}
