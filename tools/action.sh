#!/usr/bin/env bash
# What the action does: `install` puts jdlint, as it is in the action's own checkout, into an environment beside the job's;
# `check` runs it on the inputs (INPUT_*), with annotations, the job's summary and, if asked for, a SARIF file.
set -euo pipefail

home="${RUNNER_TEMP:?}/jdlint-action"

case "${1:-}" in
install)
  here=$(cd "$(dirname "$0")/.." && pwd)
  "${ACTION_PYTHON:-python3}" -m venv "$home"
  "$home/bin/python" -m pip install --quiet --disable-pip-version-check "$here"
  "$home/bin/jdlint" --version
  ;;
check)
  options=(--output-format github)
  [ -z "${INPUT_FAIL_ON:-}" ] || options+=(--fail-on "$INPUT_FAIL_ON")
  [ -z "${INPUT_MIN_SCORE:-}" ] || options+=(--min-score "$INPUT_MIN_SCORE")
  if [ -n "${INPUT_ARGS:-}" ]; then # xargs reads quotes as a shell does, and runs nothing
    words=$(xargs -n 1 printf '%s\n' <<<"$INPUT_ARGS") || { echo "::error title=jdlint::the input args can't be read: $INPUT_ARGS"; exit 2; }
    while IFS= read -r word; do options+=("$word"); done <<<"$words" # no mapfile: macOS has Bash 3
  fi
  sarif=""
  if [ "${INPUT_SARIF:-false}" = true ]; then
    sarif="$RUNNER_TEMP/jdlint.sarif"
    options+=(--report "sarif=$sarif")
  fi
  paths=()
  while IFS= read -r path; do
    [ -z "$path" ] || paths+=("$path")
  done <<<"${INPUT_PATHS:-.}"
  [ "${#paths[@]}" -gt 0 ] || paths=(.)
  code=0
  "$home/bin/jdlint" check "${options[@]}" -- "${paths[@]}" || code=$?
  {
    echo "exit-code=$code"
    [ ! -s "$sarif" ] || echo "sarif=$sarif"
  } >>"${GITHUB_OUTPUT:-/dev/null}"
  exit "$code"
  ;;
*)
  echo "usage: action.sh install | check" >&2
  exit 2
  ;;
esac
