#!/usr/bin/env bash
# Makes what is handed out, into dist/: see usage. Called by ./dev pack.
set -euo pipefail
called_from=${GEMEO_CALLED_FROM:-$PWD}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source packing/archive.sh

readonly all=(unity nuget linux-x64 linux-arm64 win-x64)
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
readonly version
readonly unity=clients/unity/com.gemeo.client
out=$PWD/dist
parts=()
plan=no
missing=()

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

usage() {
  cat <<TEXT
./dev pack [--only PART …] [--out FOLDER] [--plan]
  PART: ${all[*]}; all of them without --only
  --plan names the files and makes none
TEXT
}

read_line() {
  while (($#)); do
    case $1 in
      --only)
        shift
        while (($#)) && [[ $1 != --* ]]; do
          [[ " ${all[*]} " == *" $1 "* ]] || die "./dev pack: no part is called $1; there are: ${all[*]}"
          parts+=("$1")
          shift
        done
        ((${#parts[@]})) || die "./dev pack: --only what? One or more of: ${all[*]}"
        ;;
      --out)
        (($# > 1)) || die './dev pack: --out which folder?'
        out=$(cd "$called_from" && mkdir -p "$2" && cd "$2" && pwd)
        shift 2
        ;;
      --plan)
        plan=yes
        shift
        ;;
      -h | --help)
        usage
        exit 0
        ;;
      *)
        usage >&2
        die "./dev pack: $1 is not understood."
        ;;
    esac
  done
  ((${#parts[@]})) || parts=("${all[@]}")
}

# The archive's ending is what unpacks there without installing anything.
ending() { if [[ $1 == win-* ]]; then echo zip; else echo tar.gz; fi; }

names() {
  case $1 in
    unity) echo "com.gemeo.client-$version.tgz" ;;
    nuget) printf '%s\n' "Gemeo.Client.$version.nupkg" "Gemeo.Client.$version.snupkg" ;;
    *) printf '%s\n' "gemeo-server-$version-$1.$(ending "$1")" "gemeo-cli-$version-$1.$(ending "$1")" ;;
  esac
}

# Says only what matters: what was made, or the end of what went wrong.
quietly() {
  local told
  told=$("$@" 2>&1) && return
  printf '%s\n' "$told" | tail -n 25 >&2
  return 1
}

# Below the repository, so that what the compiler notes of generated files names no folder of this machine.
readonly work=$PWD/dist/.work
pure=()
# Paths in symbols begin at the repository, whoever builds; that needs git to say where it begins.
[[ ! -e .git ]] || pure=(-p:ContinuousIntegrationBuild=true)

publish() {
  local project=$1 rid=$2 to=$3
  shift 3
  quietly dotnet publish "$project" -c Release -r "$rid" --self-contained --nologo -v quiet \
    --artifacts-path "$work/build" -o "$to" ${pure[@]+"${pure[@]}"} "$@"
}

pack_unity() {
  if [[ ! -e $unity/package.json ]]; then
    say "$unity has no package.json: the Unity package is not packed."
    return 1
  fi
  command -v npm >/dev/null || die 'npm (Node.js 20 or later) is needed for the Unity package: https://nodejs.org/'
  local told packed
  told=$(cd "$unity" && npm pkg get version | tr -d '"')
  [[ $told == "$version" ]] || die "$unity/package.json says version $told, Directory.Build.props $version."
  packed=$(cd "$unity" && npm pack --silent --ignore-scripts --pack-destination "$out")
  # npm leaves out what it thinks nobody wants.
  local lost
  lost=$(comm -23 <(cd "$unity" && git ls-files | sort) <(tar -tzf "$out/$packed" | sed 's:^package/::' | sort))
  [[ -z $lost ]] || die "npm left out of $packed:" "$lost"
}

pack_nuget() {
  quietly dotnet pack clients/dotnet/Gemeo.Client -c Release --nologo -v quiet --artifacts-path "$work/build" -o "$out" ${pure[@]+"${pure[@]}"}
}

# The server with its world and labs, and the tool as one file.
pack_rid() {
  local rid=$1 server tool
  server=$work/gemeo-server-$version-$rid tool=$work/gemeo-cli-$version-$rid
  command -v npm >/dev/null || die 'Node.js 20 or later is needed: a release has the browser world. https://nodejs.org/'
  publish src/Gemeo.Server "$rid" "$server" && publish src/Gemeo.Cli "$rid" "$tool" -p:PublishSingleFile=true || {
    say "$rid cannot be made here; above is why. What names Microsoft.NETCore.App.* or Microsoft.AspNetCore.App.Runtime.* is a runtime pack that NuGet did not give."
    return 1
  }
  [[ -e $server/web/index.html ]] || die 'The browser world was not built.'
  # The package of ONNX Runtime lays the Windows library into every folder.
  [[ $rid == win-* ]] || rm -f "$server/onnxruntime.dll"
  rm -f "$tool"/*.pdb "$tool"/*.xml
  copy_tracked labs "$server"
  cp LICENSE packing/server/README.txt "$server"
  cp LICENSE packing/cli/README.txt "$tool"
  local file
  for file in $(names "$rid"); do archive "$work/${file%."$(ending "$rid")"}" "$out/$file"; done
}

# As it is in the repository: no data, nothing of mine.
copy_tracked() {
  if [[ -e .git ]]; then git ls-files -z "$1" | xargs -0 -I{} cp --parents {} "$2"; else cp -R "$1" "$2"; fi
}

main() {
  read_line "$@"
  local part made=()
  if [[ $plan == yes ]]; then
    for part in "${parts[@]}"; do names "$part"; done
    return
  fi
  rm -rf "$work"
  mkdir -p "$work" "$out"
  trap 'rm -rf "$work"' EXIT
  for part in "${parts[@]}"; do
    say "Packing $part…"
    local how=pack_rid
    [[ $part != unity && $part != nuget ]] || how=pack_$part
    if "$how" "$part"; then mapfile -t -O "${#made[@]}" made < <(names "$part"); else missing+=("$part"); fi
  done
  checksums "$out"
  for part in ${made[@]+"${made[@]}"}; do printf '%s\n' "$out/$part"; done
  ((${#missing[@]} == 0)) || die "Not made: ${missing[*]}"
}

main "$@"
