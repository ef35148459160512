#!/usr/bin/env bash
# Makes an image from nothing but a self-contained publish and this machine's libraries, without a container engine, starts the
# server in it, asks for /health/ready, and stops it. Debian: apt-get install buildah. As root, by hand; it is not part of ./dev test.
# It is not the image of the Dockerfile (whose base comes from a registry): it has the same layout, user, environment and command.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly user=1654:1654 port=${PORT:-18080}
work=$(mktemp -d)
b() { buildah --storage-driver vfs --root "$work/storage" --runroot "$work/run" "$@"; }
say() { printf '%s\n' "$*" >&2; }

container=
server=
# buildah passes no signal on, so the last of its children is told.
innermost() {
  local child
  child=$(pgrep -P "$1" | head -n1) || true
  if [[ -z $child ]]; then echo "$1"; else innermost "$child"; fi
}
finish() {
  [[ -z $server ]] || kill -TERM "$(innermost "$server")" 2>/dev/null || true
  [[ -z $container ]] || b umount "$container" >/dev/null 2>&1 || true
  [[ -z $container ]] || b rm "$container" >/dev/null 2>&1 || true
  chmod -R u+w "$work" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

say 'Publishing…'
dotnet publish src/Gemeo.Server -c Release -r linux-x64 --self-contained --nologo -v quiet --artifacts-path "$work/build" -o "$work/gemeo" >&2
rm -rf "$work/build" "$work/gemeo/onnxruntime.dll" "$work"/gemeo/*.pdb
cp -R labs LICENSE "$work/gemeo"

say 'Making the image…'
container=$(b from scratch)
root=$(b mount "$container")
mkdir -p "$root"/{opt,data,tmp,etc,usr/share,usr/lib/ssl}
cp -R "$work/gemeo" "$root/opt/gemeo"
chown "$user" "$root/data" && chmod 1777 "$root/tmp"
# What the programs and libraries ask for, as the loader finds it; ICU and TLS are loaded by name while it runs.
libraries() {
  find "$work/gemeo" \( -name '*.so' -o -name Gemeo.Server \) -exec ldd {} + 2>/dev/null | grep -o '/[^ ]*\.so[^ ]*' || true
  ldconfig -p | grep -oE '/\S+/lib(icu(uc|i18n|data)|ssl|crypto)\.so\.[0-9]+' || true
  echo /lib64/ld-linux-x86-64.so.2
}
mapfile -t needed < <(libraries | grep -v "^$work" | sort -u)
for file in "${needed[@]}"; do install -D "$(readlink -f "$file")" "$root$file"; done
for file in $(printf '%s\n' "${needed[@]}" | xargs -n1 readlink -f | xargs -n1 ldd | grep -o '/[^ ]*\.so[^ ]*' | sort -u); do [[ -e $root$file ]] || install -D "$(readlink -f "$file")" "$root$file"; done
cp -R /usr/share/zoneinfo "$root/usr/share/"
[[ ! -e /etc/ssl/certs/ca-certificates.crt ]] || install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
echo "gemeo:x:$user::/data:/nologin" >"$root/etc/passwd"
find "$root" -xdev ! -path "$root/data*" ! -path "$root/tmp*" -exec chmod a-w {} + 2>/dev/null || true

# The Dockerfile's own ENV, so that what is proved is what it says.
mapfile -t environment < <(sed -e ':a;/\\$/N;s/\\\n//;ta' deploy/Dockerfile | sed -n 's/^ENV //p' | tail -n1 | xargs -n1)
for pair in "${environment[@]}"; do b config --env "${pair/8080/$port}" "$container"; done
b config --user "$user" --workingdir /data --port 8080 --volume /data --entrypoint '["/opt/gemeo/Gemeo.Server"]' "$container"
b umount "$container" >/dev/null
b commit --quiet "$container" gemeo:proof >/dev/null
b rm "$container" >/dev/null
container=$(b from gemeo:proof)
say "Image: $(b images --format '{{.Size}}' gemeo:proof)"

inside() { b run --isolation chroot --user "$user" --env Gemeo__Key=a-key-for-the-proof --env Gemeo__Mqtt__Port=0 "$container" -- "$@"; }
say 'Without a key it must not start on all addresses…'
if b run --isolation chroot --user "$user" "$container" -- /opt/gemeo/Gemeo.Server >/dev/null 2>"$work/refused"; then
  say 'It started.'
  exit 1
fi
grep -F 'Gemeo:Key' "$work/refused" >&2

say 'Starting the server in it…'
inside /opt/gemeo/Gemeo.Server >"$work/said" 2>&1 &
server=$!
for _ in $(seq 60); do
  if inside /opt/gemeo/Gemeo.Server healthcheck 2>/dev/null; then well=yes && break; fi
  kill -0 "$server" 2>/dev/null || break
  sleep 0.5
done
cat "$work/said" >&2
[[ ${well:-} == yes ]] || { say 'It does not become ready.'; exit 1; }
curl -fsS "http://127.0.0.1:$port/health/ready" && echo
curl -fsS "http://127.0.0.1:$port/things/lampada-bancada" | head -c 120 && echo
curl -fsS -o /dev/null -w 'page: %{http_code}, %{size_download} bytes\n' -H 'Accept: text/html' "http://127.0.0.1:$port/"
grep -H . "/proc/$(innermost "$server")/status" 2>/dev/null | grep -o 'Uid:.*' >&2
kill -TERM "$(innermost "$server")"
wait "$server" && say 'Stopped by SIGTERM with 0.'
server=
say 'Ready, as user '"$user"', from an image without a shell.'
