# Archives that are the same bytes for the same files, whoever packs them and when; sourced by pack.sh.

# The time that files in archives have: that of the commit.
epoch() { echo "${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}"; }

# archive FOLDER FILE: the folder itself is in it, so that unpacking makes one folder.
archive() {
  local folder=$1 file=$2 from name
  from=$(dirname "$folder") name=$(basename "$folder")
  find "$folder" -exec touch -h -d "@$(epoch)" {} +
  # Who may write differs between machines; who may run does not.
  chmod -R u+rwX,go+rX,go-w "$folder"
  rm -f "$file"
  if [[ $file == *.zip ]]; then
    (cd "$from" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -q -X -9 "$file" -@)
  else
    tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(epoch)" --format=gnu -C "$from" "$name" | gzip -n -9 >"$file"
  fi
}

# checksums FOLDER: SHA256SUMS of what lies in it, for sha256sum --check.
checksums() {
  (
    cd "$1"
    find . -maxdepth 1 -type f ! -name SHA256SUMS ! -name '.*' -printf '%f\n' | LC_ALL=C sort | xargs -r sha256sum >SHA256SUMS
  )
}
