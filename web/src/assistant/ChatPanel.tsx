export default function ChatPanel() {
  return <aside />;
}
