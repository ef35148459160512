export default function TimeBar() {
  return null;
}
