#!/bin/sh
# Runs every check and all tests; sets everything up the first time. Arguments go to pytest.
#
#   sh packaging/test.sh
#   sh packaging/test.sh tests/image -k colour

here=$(dirname -- "$0") && root=$(unset CDPATH && cd -P -- "$here/.." && pwd) || exit 2
. "$root/packaging/setup.sh"
set_up dev window
cd "$root" || exit 2
QT_QPA_PLATFORM=offscreen
export QT_QPA_PLATFORM
failed=''

check() { # check name command …: one line where it is well, its whole output where it is not
    name=$1
    shift
    started=$(now)
    if output=$("$@" 2>&1 </dev/null); then
        printf '  %-44s%s\n' "$name" "$(clock $(($(now) - started)))"
    else
        printf '  %-44sfailed\n%s\n\n' "$name" "$output"
        failed="$failed${failed:+, }$name"
    fi
}

check 'ruff check' "$python" -m ruff check --output-format concise .
check 'ruff format' "$python" -m ruff format --check --output-format concise .
check 'mypy' "$python" -m mypy
check 'import-linter' "$venv/bin/lint-imports"

status=0
"$python" -m pytest "$@" || status=$?
if [ -n "$failed" ]; then
    say "Failed before the tests: $failed."
    [ "$status" -ne 0 ] || status=1
fi
exit "$status"
