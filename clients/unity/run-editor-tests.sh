#!/usr/bin/env bash
# Runs the package's tests in the Unity editor, for a person who has it: what only the editor can prove.
set -euo pipefail

usage() {
  cat <<'END'
Runs the tests of com.gemeo.client in a throw-away project: EditMode, then PlayMode.

  clients/unity/run-editor-tests.sh [options]

  --unity PATH      the editor; else UNITY_EDITOR, else the newest that Unity Hub installed (UNITY_HUB: the folder it installs
                    into, when that is not its own choice)
  --mode MODE       editmode, playmode or both (default)
  --server ADDRESS  a running server for the tests that want one (else they are skipped); GEMEO_KEY is its key
  --keep            keep the project and say where it is
  --help            this

The editor needs an activated licence. Exit codes: 0 all passed, 1 something failed, 2 wrong arguments, 3 no Unity here.
END
}

fail() { echo "run-editor-tests: $2" >&2; exit "$1"; }

package="$(cd "$(dirname "${BASH_SOURCE[0]}")/com.gemeo.client" && pwd)"
unity="${UNITY_EDITOR:-}" mode=both server="" keep=no

while [ $# -gt 0 ]; do
  case "$1" in
    --unity | --mode | --server)
      [ $# -ge 2 ] || fail 2 "$1 needs a value; see --help"
      case "$1" in --unity) unity="$2" ;; --mode) mode="$2" ;; --server) server="$2" ;; esac
      shift 2 ;;
    --keep) keep=yes; shift ;;
    --help | -h) usage; exit 0 ;;
    *) fail 2 "unknown argument \"$1\"; see --help" ;;
  esac
done
case "$mode" in
  both) modes=(EditMode PlayMode) ;;
  editmode) modes=(EditMode) ;;
  playmode) modes=(PlayMode) ;;
  *) fail 2 "--mode is editmode, playmode or both, not \"$mode\"" ;;
esac

# Where Unity Hub puts editors, by system; the newest version of all.
from_hub() {
  local folder one found=""
  local folders=("${UNITY_HUB:-}")
  [ -n "${UNITY_HUB:-}" ] || folders=("$HOME/Unity/Hub/Editor" /opt/unity/editors /Applications/Unity/Hub/Editor "/c/Program Files/Unity/Hub/Editor")
  for folder in "${folders[@]}"; do
    for one in "$folder"/*/Editor/Unity "$folder"/*/Unity.app/Contents/MacOS/Unity "$folder"/*/Editor/Unity.exe; do
      if [ -x "$one" ]; then found+="$one"$'\n'; fi
    done
  done
  printf '%s' "$found" | sort -V | tail -n 1
}

[ -n "$unity" ] || unity="$(from_hub)"
[ -n "$unity" ] || fail 3 "no Unity editor was found. Install 2022.3 or Unity 6 with Unity Hub, or say where it is: UNITY_EDITOR=/path/to/Unity, or --unity /path/to/Unity."
[ -x "$unity" ] || fail 3 "there is no Unity editor at $unity (UNITY_EDITOR or --unity)."

project="$(mktemp -d "${TMPDIR:-/tmp}/gemeo-unity.XXXXXX")"
cleanup() { if [ "$keep" = yes ]; then echo "The project is in $project"; else rm -rf "$project"; fi; }
trap cleanup EXIT

mkdir -p "$project/Assets" "$project/Packages" "$project/ProjectSettings"
# The test framework's version is the editor's own; "testables" builds the tests of a package that lies outside the project.
cat >"$project/Packages/manifest.json" <<END
{
  "dependencies": {
    "com.gemeo.client": "file:$package",
    "com.unity.test-framework": "1.1.33",
    "com.unity.ugui": "1.0.0"
  },
  "testables": ["com.gemeo.client"]
}
END

export GEMEO_SERVER="$server"
failed=no
for one in "${modes[@]}"; do
  echo "== $one with $unity"
  # -quit would end the editor before the tests begin.
  code=0
  "$unity" -batchmode -nographics -projectPath "$project" -runTests -testPlatform "$one" \
    -testResults "$project/$one.xml" -logFile "$project/$one.log" || code=$?
  if [ "$code" = 0 ]; then
    echo "$one passed"
  else
    failed=yes keep=yes
    echo "$one failed (exit code $code); the end of its log:" >&2
    if [ -f "$project/$one.log" ]; then tail -n 40 "$project/$one.log" >&2; fi
  fi
  if [ -f "$project/$one.xml" ]; then grep -o -m 1 '<test-run [^>]*' "$project/$one.xml" | grep -oE '(total|passed|failed|skipped)="[0-9]+"' | tr '\n' ' '; echo; fi
done
[ "$failed" = no ] || exit 1
